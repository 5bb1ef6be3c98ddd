import { App, Button, Popconfirm, Table, Upload } from 'antd';
import type { ReactNode } from 'react';
import { reasonOf, useAnswer, useChange } from '../api/calls.ts';
import type { Form } from '../api/schema.ts';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { useSay } from '../language.tsx';
import { settingWords } from './settingWords.ts';
import { KeyedName } from './keyedName.tsx';

/** The forms of disclosures: what each demands; forms of one's own are added from a file. */
export function FormsPage(): ReactNode {
  const say = useSay(settingWords);
  const { message } = App.useApp();
  const forms = useAnswer('GET /api/v1/forms', {});
  const add = useChange('POST /api/v1/forms');
  if (forms.isPending) return <Waiting />;
  if (forms.isLoadingError) return <Failed error={forms.error} retry={forms.refetch} />;
  const take = async (file: File): Promise<void> => {
    try {
      const body = JSON.parse(await file.text()) as Record<string, unknown>;
      const { name } = await add.mutateAsync({ body });
      void message.success(say('formAdded', name));
    } catch (error) {
      void message.error(error instanceof SyntaxError ? say('noJson') : reasonOf(error), 8);
    }
  };
  return (
    <>
      <div className="page-head">
        <h1>{say('forms')}</h1>
        <span className="grow" />
        <Upload
          accept=".json"
          showUploadList={false}
          beforeUpload={(file) => {
            void take(file);
            return false;
          }}
        >
          <Button loading={add.isPending}>{say('addForm')}</Button>
        </Upload>
      </div>
      <p className="soft">{say('formsLead')}</p>
      <section className="panel">
        <Table<Form>
          size="small"
          rowKey="id"
          dataSource={[...forms.data]}
          pagination={false}
          scroll={{ x: 800 }}
          expandable={{
            columnTitle: <span className="vh">{say('actions')}</span>,
            expandedRowRender: (form) => <Demands form={form} />,
          }}
          columns={[
            {
              title: say('form'),
              render: (_, { id, name }) => <KeyedName id={id} name={name} />,
            },
            { title: say('kind'), width: 120, render: (_, { stage }) => say(stage as 'budget') },
            {
              ...{ title: say('tables'), width: 100, align: 'right', className: 'numbers' },
              render: (_, { tables }) => tables.length,
            },
            {
              ...{ title: say('sections'), width: 100, align: 'right', className: 'numbers' },
              render: (_, { sections }) => sections.length,
            },
            {
              title: say('use'),
              width: 160,
              render: (_, { composable }) => say(composable ? 'composes' : 'reads'),
            },
            { title: say('origin'), width: 200, render: (_, form) => <Origin form={form} /> },
          ]}
        />
      </section>
    </>
  );
}

function Origin({ form: { id, name, own } }: { readonly form: Form }): ReactNode {
  const say = useSay(settingWords);
  const { message } = App.useApp();
  const remove = useChange('DELETE /api/v1/forms/{form}');
  if (!own) return <span className="soft">{say('shipped')}</span>;
  return (
    <Popconfirm
      title={say('removeSure', name)}
      okText={say('yes')}
      cancelText={say('cancel')}
      onConfirm={() =>
        void remove
          .mutateAsync({ path: { form: id } })
          .catch((error: unknown) => void message.error(reasonOf(error)))
      }
    >
      {say('own')}{' '}
      <Button size="small" loading={remove.isPending}>
        {say('remove')}
      </Button>
    </Popconfirm>
  );
}

/** What a disclosure in this form must have. */
function Demands({ form: { tables, sections } }: { readonly form: Form }): ReactNode {
  const say = useSay(settingWords);
  return (
    <div className="form-demands">
      <div>
        <h3>{say('tables')}</h3>
        <ol>
          {tables.map(({ key, number, title, unit, required }) => (
            <li key={key} value={number}>
              {title.replace('{year}年', '')}{' '}
              <span className="soft small">
                {unit} · {say(required ? 'required' : 'optional')}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <div>
        <h3>{say('sections')}</h3>
        <ul>
          {sections.map(({ key, title }) => (
            <li key={key}>{title}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
