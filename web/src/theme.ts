import type { ThemeConfig } from 'antd';

export const sans =
  'system-ui, "PingFang SC", "Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';

/** Calm and dense: white, ink, one accent; the same colours as the reports and the portal. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f5fa8',
    colorLink: '#1f5fa8',
    colorInfo: '#1f5fa8',
    colorSuccess: '#1d6b42',
    colorWarning: '#8a5a00',
    colorError: '#b3261e',
    colorInfoBg: '#eef4fa',
    colorInfoBorder: '#b9cfe6',
    colorSuccessBg: '#edf6f1',
    colorSuccessBorder: '#b5d6c4',
    colorWarningBg: '#fbf4e6',
    colorWarningBorder: '#e3cfa3',
    colorErrorBg: '#fdeeed',
    colorErrorBorder: '#eebbb7',
    colorText: '#1a1d21',
    colorTextSecondary: '#4d555f',
    colorTextTertiary: '#5b636d',
    colorTextQuaternary: '#69707a',
    colorTextPlaceholder: '#69707a',
    colorTextDescription: '#4d555f',
    colorBorder: '#c6ccd4',
    colorBorderSecondary: '#dfe3e8',
    colorBgLayout: '#f6f7f9',
    borderRadius: 4,
    borderRadiusLG: 6,
    fontFamily: sans,
    fontSize: 14,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Layout: { headerBg: '#ffffff', headerHeight: 52, headerPadding: '0 20px', siderBg: '#ffffff' },
    Table: {
      ...{ cellPaddingBlockSM: 7, headerBg: '#f6f7f9', headerColor: '#4d555f' },
      ...{ rowSelectedBg: '#eef4fa', rowSelectedHoverBg: '#e6eff8' },
    },
    Menu: { itemHeight: 36 },
  },
};
