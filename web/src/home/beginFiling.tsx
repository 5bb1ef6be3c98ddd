import { Alert, Form, InputNumber, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { reasonOf, useAll, useAnswer, useChange } from '../api/calls.ts';
import { useSay } from '../language.tsx';
import { homeWords } from './words.ts';

interface Wanted {
  readonly department: string;
  readonly unit?: string | null;
  readonly year: number;
  readonly form: string;
}

interface BeginProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A new budget of one's department or unit. */
export function BeginFiling({ open, onClose }: BeginProps): ReactNode {
  const say = useSay(homeWords);
  const [form] = Form.useForm<Wanted>();
  const go = useNavigate();
  const department = Form.useWatch('department', form) as string | undefined;
  const departments = useAll('GET /api/v1/departments', {}, { enabled: open });
  const forms = useAnswer('GET /api/v1/forms', {}, { enabled: open });
  const units = useAll(
    'GET /api/v1/departments/{id}/units',
    { path: { id: department ?? '' } },
    { enabled: open && department !== undefined },
  );
  const begin = useChange('POST /api/v1/filings');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (wanted: Wanted): Promise<void> => {
    const region = departments.data?.find(({ id }) => id === wanted.department)?.region;
    if (region === undefined) return;
    try {
      const filing = await begin.mutateAsync({ body: { ...wanted, unit: wanted.unit ?? null, region } });
      onClose();
      void go(`/filings/${filing.id}`);
    } catch (error) {
      setProblem(reasonOf(error));
    }
  };
  const composable = (forms.data ?? []).filter((each) => each.composable);
  return (
    <Modal
      open={open}
      title={say('begin')}
      okText={say('create')}
      cancelText={say('cancel')}
      onCancel={onClose}
      onOk={() => {
        form.submit();
      }}
      confirmLoading={begin.isPending}
      destroyOnHidden
    >
      <Form<Wanted>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ year: new Date().getFullYear() + 1, form: 'shanxi-13' }}
        onFinish={(wanted) => void submit(wanted)}
      >
        <Form.Item
          name="department"
          label={say('department')}
          rules={[{ required: true, message: say('required') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={departments.isPending}
            options={(departments.data ?? []).map(({ id, code, name }) => ({
              value: id,
              label: `${code} ${name}`,
            }))}
          />
        </Form.Item>
        {(units.data ?? []).length > 0 && (
          <Form.Item name="unit" label={say('unit')}>
            <Select
              allowClear
              placeholder={say('wholeDepartment')}
              options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
        <Form.Item name="year" label={say('year')} rules={[{ required: true, message: say('required') }]}>
          <InputNumber min={2000} max={2100} />
        </Form.Item>
        <Form.Item name="form" label={say('form')} rules={[{ required: true, message: say('required') }]}>
          <Select options={composable.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      </Form>
      {problem !== null && <Alert type="error" showIcon title={problem} role="alert" />}
    </Modal>
  );
}
