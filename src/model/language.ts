/** The languages of messages and reports. */
export type Language = 'zh' | 'en';
