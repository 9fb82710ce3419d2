import type { Group } from '@microsoft/microsoft-graph-types';
import type { Row } from '../graph/odata/filter-match.ts';
import { guid } from './ids.ts';
import type { Moments } from './moments.ts';

export const groupIds = {
  breakGlass: guid('group/break-glass'),
  complianceExclusion: guid('group/ca-exclude-compliance'),
  collaboration: guid('group/collaboration-apps'),
  erp: guid('group/erp-users'),
  finance: guid('group/finance'),
  helpdesk: guid('group/helpdesk'),
  intuneTeam: guid('group/intune-team'),
} as const;

function groupRow(id: string, displayName: string, description: string, at: Moments, more: Partial<Group> = {}): Row {
  const group: Group = {
    id,
    deletedDateTime: null,
    createdDateTime: at.daysAgo(500),
    description,
    displayName,
    groupTypes: [],
    isAssignableToRole: null,
    mail: null,
    mailEnabled: false,
    mailNickname: displayName.toLowerCase().replaceAll(/[^a-z]/g, ''),
    onPremisesSyncEnabled: null,
    proxyAddresses: [],
    securityEnabled: true,
    visibility: null,
    ...more,
  };
  return group as Row;
}

export const groupRows = (at: Moments): Row[] => [
  groupRow(groupIds.breakGlass, 'Emergency access accounts', 'Left out of every policy; watched closely', at, {
    isAssignableToRole: true,
  }),
  groupRow(
    groupIds.complianceExclusion,
    'CA exclusion: compliant device',
    'Short stays only, by Privileged Identity Management',
    at,
  ),
  groupRow(groupIds.collaboration, 'Collaboration apps users', 'In scope of the new collaboration policy', at),
  groupRow(groupIds.erp, 'ERP users', 'People who work in Contoso ERP', at),
  groupRow(groupIds.finance, 'Finance', 'Finance department', at),
  groupRow(groupIds.helpdesk, 'Helpdesk', 'First line support', at),
  groupRow(groupIds.intuneTeam, 'Intune team', 'Holds Intune Administrator through the group', at, { isAssignableToRole: true }),
];
