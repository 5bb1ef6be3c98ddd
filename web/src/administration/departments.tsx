import { Alert, App, Button, Empty, Form, Input, Modal, Select, Table, Upload } from 'antd';
import { useState, type ReactNode } from 'react';
import { api, reasonOf, useAll, useChange } from '../api/calls.ts';
import type { Department } from '../api/schema.ts';
import { useSay } from '../language.tsx';
import { pastedDepartments } from './pasted.ts';
import { FindBox } from './findBox.tsx';
import { adminWords } from './words.ts';

interface DepartmentListProps {
  readonly region: string;
  readonly departments: readonly Department[];
}

export function DepartmentList({ region, departments }: DepartmentListProps): ReactNode {
  const say = useSay(adminWords);
  const [pasting, setPasting] = useState(departments.length === 0);
  const [text, setText] = useState('');
  const shown = departments.filter(({ code, name }) => `${code} ${name}`.includes(text.trim()));
  return (
    <section className="panel">
      <div className="toolbar">
        <h2>
          {say('departments')} <span className="count numbers">{departments.length}</span>
        </h2>
        <FindBox onText={setText} />
        <span className="grow" />
        <AddDepartment region={region} />
        <Button
          onClick={() => {
            setPasting(true);
          }}
        >
          {say('pasteDepartments')}
        </Button>
      </div>
      <Table<Department>
        size="small"
        rowKey="id"
        dataSource={[...shown]}
        pagination={shown.length > 20 ? { pageSize: 20 } : false}
        locale={{
          emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('noDepartments')} />,
        }}
        expandable={{
          columnTitle: <span className="vh">{say('units')}</span>,
          expandedRowRender: ({ id }) => <Units department={id} />,
        }}
        columns={[
          { title: say('departmentCode'), dataIndex: 'code', width: 140, className: 'numbers' },
          { title: say('departmentName'), dataIndex: 'name' },
        ]}
      />
      <PasteDepartments
        region={region}
        known={departments}
        open={pasting}
        onClose={() => {
          setPasting(false);
        }}
      />
    </section>
  );
}

function AddDepartment({ region }: { readonly region: string }): ReactNode {
  const say = useSay(adminWords);
  const { message } = App.useApp();
  const [form] = Form.useForm<{ readonly code: string; readonly name: string }>();
  const add = useChange('POST /api/v1/departments');
  const submit = async (body: { readonly code: string; readonly name: string }): Promise<void> => {
    try {
      await add.mutateAsync({ body: { region, ...body } });
      form.resetFields();
    } catch (error) {
      void message.error(reasonOf(error));
    }
  };
  return (
    <Form form={form} layout="inline" onFinish={(body) => void submit(body)}>
      <Form.Item name="code" rules={[{ required: true, message: '' }]}>
        <Input
          placeholder={say('departmentCode')}
          aria-label={say('departmentCode')}
          className="code-input"
        />
      </Form.Item>
      <Form.Item name="name" rules={[{ required: true, message: '' }]}>
        <Input placeholder={say('departmentName')} aria-label={say('departmentName')} />
      </Form.Item>
      <Button htmlType="submit" loading={add.isPending}>
        {say('addDepartment')}
      </Button>
    </Form>
  );
}

interface PasteProps {
  readonly region: string;
  readonly known: readonly Department[];
  readonly open: boolean;
  readonly onClose: () => void;
}

function PasteDepartments({ region, known, open, onClose }: PasteProps): ReactNode {
  const say = useSay(adminWords);
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const add = useChange('POST /api/v1/departments');
  const { departments, repeated, wrong } = pastedDepartments(text);
  const codes = new Set(known.map(({ code }) => code));
  const fresh = departments.filter(({ code }) => !codes.has(code));
  const submit = async (): Promise<void> => {
    try {
      for (const each of fresh) await add.mutateAsync({ body: { region, ...each } });
      void message.success(say('departmentsAdded', fresh.length));
      setText('');
      onClose();
    } catch (error) {
      void message.error(reasonOf(error));
    }
  };
  return (
    <Modal
      open={open}
      title={say('pasteDepartments')}
      onCancel={onClose}
      onOk={() => void submit()}
      okText={say('importThem', fresh.length)}
      cancelText={say('cancel')}
      okButtonProps={{ disabled: fresh.length === 0, loading: add.isPending }}
    >
      <p>{say('pasteHint')}</p>
      <FromSpreadsheet onText={setText} />
      <Input.TextArea
        rows={10}
        value={text}
        aria-label={say('pasteDepartments')}
        placeholder={'416\t住房和城乡建设局\n301\t水利局'}
        onChange={({ target }) => {
          setText(target.value);
        }}
      />
      {departments.length > 0 && (
        <Alert type="info" showIcon title={say('pasteUnderstood', departments.length, fresh.length)} />
      )}
      {repeated.slice(0, 3).map(({ code, name }) => (
        <Alert key={`${code} ${name}`} type="warning" showIcon title={say('pasteRepeated', code, name)} />
      ))}
      {wrong.slice(0, 3).map(({ line, text: words }) => (
        <Alert key={line} type="warning" showIcon title={say('pasteWrong', line, words)} />
      ))}
    </Modal>
  );
}

/** The rows of a spreadsheet come into the field, where one sees them before they are added. */
function FromSpreadsheet({ onText }: { readonly onText: (text: string) => void }): ReactNode {
  const say = useSay(adminWords);
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const read = async (file: File): Promise<void> => {
    setBusy(true);
    try {
      const query = { name: file.name };
      const { data } = await api.call('POST /api/v1/worksheets', { query, bytes: file });
      onText(data.rows.map((cells) => cells.join('\t')).join('\n'));
    } catch (error) {
      void message.error(reasonOf(error));
    }
    setBusy(false);
  };
  return (
    <Upload
      showUploadList={false}
      accept=".xlsx,.xls,.et,.csv"
      beforeUpload={(file) => {
        void read(file);
        return false;
      }}
    >
      <Button loading={busy} className="spaced">
        {say('fromSpreadsheet')}
      </Button>
    </Upload>
  );
}

interface NewUnit {
  readonly name: string;
  readonly kind: 'administrative' | 'institution';
}

function Units({ department }: { readonly department: string }): ReactNode {
  const say = useSay(adminWords);
  const { message } = App.useApp();
  const [form] = Form.useForm<NewUnit>();
  const path = { id: department };
  const { data = [] } = useAll('GET /api/v1/departments/{id}/units', { path });
  const add = useChange('POST /api/v1/departments/{id}/units');
  const submit = async (body: NewUnit): Promise<void> => {
    try {
      await add.mutateAsync({ path, body });
      form.resetFields();
    } catch (error) {
      void message.error(reasonOf(error));
    }
  };
  const kinds = (['administrative', 'institution'] as const).map((kind) => ({
    value: kind,
    label: say(kind),
  }));
  return (
    <div className="units">
      {data.length === 0 && <p className="soft">{say('noUnits')}</p>}
      <ul>
        {data.map(({ id, name, kind }) => (
          <li key={id}>
            {name} <span className="soft">{say(kind)}</span>
          </li>
        ))}
      </ul>
      <Form<NewUnit>
        form={form}
        layout="inline"
        initialValues={{ kind: 'institution' }}
        onFinish={(body) => void submit(body)}
      >
        <Form.Item name="name" rules={[{ required: true, message: '' }]}>
          <Input placeholder={say('unitName')} aria-label={say('unitName')} />
        </Form.Item>
        <Form.Item name="kind">
          <Select options={kinds} aria-label={say('unitKind')} className="narrow" />
        </Form.Item>
        <Button htmlType="submit" size="small" loading={add.isPending}>
          {say('addUnit')}
        </Button>
      </Form>
    </div>
  );
}
