import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../language.tsx';

/** 中文 or English; what came from the server in the other language is asked again. */
export function LanguageSwitch(): ReactNode {
  const { language, choose } = useLanguage();
  const queries = useQueryClient();
  const other = language === 'zh' ? 'en' : 'zh';
  const change = (): void => {
    choose(other);
    void queries.invalidateQueries();
  };
  return (
    <Button type="text" size="small" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={change}>
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}
