/** Apps that people of Contoso sign in to. Microsoft's ids are the real ones. */
export const applications = {
  teams: { id: '1fec8e78-bce4-4aaf-ab1b-5451cc387264', name: 'Microsoft Teams' },
  office: { id: 'd3590ed6-52b3-4102-aeff-aad2292ab01c', name: 'Microsoft Office' },
  outlook: { id: '5d661950-3475-41cd-a2c3-d671a3162bc1', name: 'Microsoft Outlook' },
  windows: { id: '38aa3b87-a06d-4817-b275-7a316988d93b', name: 'Windows Sign In' },
  oneDrive: { id: 'ab9b8c07-8f02-4f72-87fa-80105867a763', name: 'OneDrive SyncEngine' },
  erp: { id: 'e4700000-0e4b-4c00-8000-c0470500e4b0', name: 'Contoso ERP' },
} as const;
export type Application = (typeof applications)[keyof typeof applications];

/** What most of them open. */
export const resources = {
  exchange: { id: '00000002-0000-0ff1-ce00-000000000000', name: 'Office 365 Exchange Online' },
  sharePoint: { id: '00000003-0000-0ff1-ce00-000000000000', name: 'Office 365 SharePoint Online' },
  graph: { id: '00000003-0000-0000-c000-000000000000', name: 'Microsoft Graph' },
} as const;
