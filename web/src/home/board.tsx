import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Dropdown, Empty, Input, Select, Table, type TableColumnsType } from 'antd';
import { useMemo, useState, type Key, type ReactNode } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { useLanguage, useSay } from '../language.tsx';
import { api, reasonOf } from '../api/calls.ts';
import { saveFile, saveText } from '../words/save.ts';
import { dayText } from '../words/dates.ts';
import {
  boardCsv,
  boardLines,
  boardSteps,
  fits,
  noFilter,
  stepOf,
  type BoardFilter,
  type Standing,
} from './filings.ts';
import { Deadline, FindingMarks, nameOf, StageTrack } from './marks.tsx';
import { keepQueue } from './queue.ts';
import { homeWords } from './words.ts';

/** Departments and where each stands; what is overdue first. */
export function Board({ all }: { readonly all: readonly Standing[] }): ReactNode {
  const say = useSay(homeWords);
  const { language } = useLanguage();
  const [filter, setFilter] = useBoardFilter();
  const { message } = App.useApp();
  const shown = useMemo(() => all.filter((each) => fits(each, filter)), [all, filter]);
  const heads = ['code', 'department', 'year', 'stage', 'errors', 'warnings', 'waived', 'deadline', 'days'];
  const titles = language === 'zh' ? chineseHeads : heads;
  const saveCsv = (): void => {
    saveText(`${say('board')}.csv`, boardCsv(shown, titles), 'text/csv');
  };
  const saveXlsx = async (): Promise<void> => {
    const body = { name: say('board'), heads: titles, rows: boardLines(shown) };
    try {
      const { data } = await api.call('POST /api/v1/workbooks', { body });
      saveFile(`${say('board')}.xlsx`, data as unknown as Blob);
    } catch (error) {
      void message.error(reasonOf(error));
    }
  };
  return (
    <section>
      <StepFilter all={all} filter={filter} onFilter={setFilter} />
      <div className="toolbar">
        <BoardFilters all={all} filter={filter} onFilter={setFilter} />
        <span className="grow" />
        <span className="soft numbers">{say('shown', shown.length)}</span>
        <Dropdown
          trigger={['click']}
          disabled={shown.length === 0}
          menu={{
            items: [
              { key: 'xlsx', label: 'Excel', onClick: () => void saveXlsx() },
              { key: 'csv', label: 'CSV', onClick: saveCsv },
            ],
          }}
        >
          <Button icon={<DownloadOutlined />}>{say('export')}</Button>
        </Dropdown>
      </div>
      <FilingTable all={shown} empty={all.length === 0 ? say('none') : say('noneMatch')} />
    </section>
  );
}

const chineseHeads = ['代码', '部门或单位', '年度', '进度', '错误', '提醒', '豁免', '公开期限', '剩余天数'];

interface FilterProps {
  readonly all: readonly Standing[];
  readonly filter: BoardFilter;
  readonly onFilter: (filter: BoardFilter) => void;
}

/** The filter stands in the address: it can be kept and sent. */
function useBoardFilter(): readonly [BoardFilter, (filter: BoardFilter) => void] {
  const [params, setParams] = useSearchParams();
  const number = (key: string): number | null => (params.has(key) ? Number(params.get(key)) : null);
  const [text, setText] = useState(params.get('q') ?? '');
  const filter: BoardFilter = {
    ...noFilter,
    text,
    year: number('year'),
    step: number('step'),
    withErrors: params.has('errors'),
    overdue: params.has('overdue'),
  };
  const change = (next: BoardFilter): void => {
    setText(next.text);
    const entries = {
      q: next.text,
      year: next.year === null ? '' : String(next.year),
      step: next.step === null ? '' : String(next.step),
      errors: next.withErrors ? '1' : '',
      overdue: next.overdue ? '1' : '',
    };
    setParams(
      Object.entries(entries).filter(([, value]) => value !== ''),
      { replace: true },
    );
  };
  return [filter, change];
}

function StepFilter({ all, filter, onFilter }: FilterProps): ReactNode {
  const say = useSay(homeWords);
  const { language } = useLanguage();
  const inYear = all.filter(({ filing }) => filter.year === null || filing.year === filter.year);
  const steps = [null, ...boardSteps.keys()];
  return (
    <div className="steps" role="group" aria-label={say('stage')}>
      {steps.map((step) => (
        <button
          type="button"
          key={step ?? 'all'}
          aria-pressed={filter.step === step}
          onClick={() => {
            onFilter({ ...filter, step });
          }}
        >
          <b className="numbers">
            {step === null
              ? inYear.length
              : inYear.filter(({ filing }) => stepOf(filing.state) === step).length}
          </b>
          <span>{step === null ? say('allStages') : boardSteps[step]?.[0][language === 'zh' ? 0 : 1]}</span>
        </button>
      ))}
    </div>
  );
}

function BoardFilters({ all, filter, onFilter }: FilterProps): ReactNode {
  const say = useSay(homeWords);
  const years = [...new Set(all.map(({ filing }) => filing.year))].sort((a, b) => b - a);
  const options = [
    { value: 0, label: say('allYears') },
    ...years.map((year) => ({ value: year, label: String(year) })),
  ];
  return (
    <>
      <Input.Search
        allowClear
        value={filter.text}
        placeholder={say('search')}
        aria-label={say('search')}
        className="search"
        onChange={({ target }) => {
          onFilter({ ...filter, text: target.value });
        }}
      />
      <Select
        value={filter.year ?? 0}
        options={options}
        aria-label={say('year')}
        className="narrow"
        onChange={(year) => {
          onFilter({ ...filter, year: year === 0 ? null : year });
        }}
      />
      <Checkbox
        checked={filter.withErrors}
        onChange={({ target }) => {
          onFilter({ ...filter, withErrors: target.checked });
        }}
      >
        {say('onlyErrors')}
      </Checkbox>
      <Checkbox
        checked={filter.overdue}
        onChange={({ target }) => {
          onFilter({ ...filter, overdue: target.checked });
        }}
      >
        {say('onlyOverdue')}
      </Checkbox>
    </>
  );
}

interface FilingTableProps {
  readonly all: readonly Standing[];
  readonly empty: ReactNode;
  /** Filings that are chosen, where they can be. */
  readonly chosen?: readonly string[];
  readonly onChosen?: (chosen: readonly string[]) => void;
}

/** The departments of a county stand on one page. */
const usualPage = 50;

/** Filings as lines; the name opens. */
export function FilingTable(props: FilingTableProps): ReactNode {
  const { all, empty, chosen, onChosen } = props;
  const [pageSize, setPageSize] = useState(usualPage);
  const say = useSay(homeWords);
  const { search } = useLocation();
  const columns: TableColumnsType<Standing> = [
    {
      title: say('department'),
      key: 'name',
      render: (_, { filing }) => (
        <span className="named">
          <span className="code numbers">{filing.departmentCode}</span>
          <Link
            to={`/filings/${filing.id}`}
            onClick={() => {
              keepQueue({ filings: all.map((each) => each.filing.id), list: search });
            }}
          >
            {nameOf(filing)}
          </Link>
        </span>
      ),
    },
    {
      title: say('year'),
      key: 'year',
      width: 118,
      render: (_, { filing }) => (
        <span className="numbers">
          {filing.year} {say(filing.stage)}
        </span>
      ),
    },
    {
      title: say('stage'),
      key: 'stage',
      width: 200,
      render: (_, { filing }) => <StageTrack filing={filing} />,
    },
    {
      title: say('findings'),
      key: 'findings',
      width: 230,
      render: (_, { filing, counts }) => <FindingMarks filing={filing} counts={counts} />,
    },
    {
      title: say('deadline'),
      key: 'due',
      width: 200,
      render: (_, { filing }) => <Deadline filing={filing} />,
    },
    {
      title: say('changed'),
      key: 'changed',
      width: 110,
      render: (_, { filing }) => <span className="soft numbers">{dayText(filing.changedAt)}</span>,
    },
  ];
  return (
    <Table<Standing>
      size="small"
      rowKey={({ filing }) => filing.id}
      columns={columns}
      {...(chosen === undefined
        ? {}
        : {
            rowSelection: {
              // A spare copy of the head would hold a second, hidden box: the button above chooses all.
              hideSelectAll: true,
              columnTitle: <span className="vh">{say('choose')}</span>,
              selectedRowKeys: [...chosen],
              getCheckboxProps: ({ filing }: Standing) => ({ 'aria-label': nameOf(filing) }),
              onChange: (keys: readonly Key[]) => onChosen?.(keys.map(String)),
            },
          })}
      dataSource={[...all]}
      scroll={{ x: 1160 }}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} /> }}
      pagination={
        all.length <= usualPage
          ? false
          : {
              pageSize,
              showSizeChanger: true,
              onShowSizeChange: (_, size) => {
                setPageSize(size);
              },
            }
      }
    />
  );
}
