export const environment = {
  MicrosoftAppId: 'b07b07b0-0000-4000-8000-00000000b071',
  ORGANIZATION_NAME: 'Contoso',
  ORGANIZATION_WEBSITE_URL: 'https://www.contoso.example/it',
};
