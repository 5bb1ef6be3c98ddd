import { commonWords } from '../words/shared.ts';

export const sessionWords = {
  ...commonWords,
  claim: ['部门预算的编制、审核与公开', 'Departmental budgets: composed, checked, published'],
  signIn: ['登录', 'Sign in'],
  password: ['密码', 'Password'],
  loginMissing: ['请填写用户名', 'Enter the user name'],
  passwordMissing: ['请填写密码', 'Enter the password'],
  noAccount: [
    '没有账号，或忘记了密码，请联系本地区的系统管理员。',
    'No account, or the password is lost: ask the system administrator of your region.',
  ],
  sessionEnded: [
    '登录已过期，请重新登录。没保存的改动还在这台电脑上，登录后自动恢复。',
    'The session has ended: sign in again. Unsaved changes are kept on this computer and restored afterwards.',
  ],
  portal: ['查看已公开的预算', 'See published budgets'],
  newPassword: ['设置新密码', 'Choose a new password'],
  initialPassword: [
    '现在的密码是管理员发的初始密码，使用前必须换成只有您知道的。',
    'The password you were given must be replaced by one that only you know.',
  ],
  rule: [
    '至少 10 个字符；大写字母、小写字母、数字、符号至少三种；不能包含用户名。',
    'At least 10 characters; three of capitals, small letters, digits and signs; without the user name.',
  ],
  current: ['现在的密码', 'Current password'],
  next: ['新密码', 'New password'],
  again: ['再输入一次新密码', 'New password again'],
  different: ['两次输入的新密码不一样', 'The two new passwords differ'],
  change: ['更换密码', 'Change the password'],
  changed: ['密码已更换', 'The password was changed'],
  loading: ['正在打开…', 'Opening…'],
  unreachable: ['打不开', 'It cannot be opened'],
  retry: ['再试一次', 'Try again'],
} as const;
