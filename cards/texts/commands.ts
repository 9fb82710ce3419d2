/** What reporters type, exactly. All of it only reads; the text is the person's own view, so never from an elevated window. */
export const commands = {
  toClipboard: 'dsregcmd /status | clip',
  toFile: 'dsregcmd /status > "%USERPROFILE%\\Desktop\\dsreg.txt"',
  onScreen: 'dsregcmd /status',
  /** Only the lines the questions ask for, for those who would have to scroll. `findstr` looks for any of the words. */
  onScreenShort: 'dsregcmd /status | findstr "Joined Prt Wam Auth"',
} as const;
