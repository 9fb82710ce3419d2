import type { Conversation, ConversationStore, ReferenceStore } from '../cases/ports.ts';
import type { StoreParts } from './parts.ts';
import type { Param } from './sql.ts';

interface Row {
  readonly id: string;
  readonly tenant_id: string;
  readonly teams_key: string;
  readonly kind: Conversation['kind'];
  readonly reachable: boolean;
  readonly doc: Uint8Array;
}

interface Sealed {
  readonly teamsId: string;
  readonly aadObjectId?: string;
  readonly serviceUrl: string;
  readonly reference: unknown;
}

/** @param triageChannelId the configured channel; the one last met as triage is the fallback */
export function makeConversationStore(
  { sql, sealer, clock, newId }: StoreParts,
  triageChannelId: string | undefined,
): ConversationStore & ReferenceStore {
  const sealedOf = (row: Row): Sealed => sealer.open<Sealed>(row.doc, contextOf(row.tenant_id, row.teams_key));
  const personKey = (aadObjectId: string): string => sealer.pseudonym('person', aadObjectId);
  const teamsKey = (teamsId: string): string => sealer.pseudonym('conversation', teamsId);

  function conversationOf(row: Row): Conversation {
    const { teamsId, aadObjectId } = sealedOf(row);
    return { id: row.id, kind: row.kind, ...(aadObjectId !== undefined && { aadObjectId }), teamsId, reachable: row.reachable };
  }

  async function selectOne(rest: string, params: readonly Param[]): Promise<Row | undefined> {
    const rows = await sql.query<Row>(`select id, tenant_id, teams_key, kind, reachable, doc from helpdesk.conversations ${rest}`, params);
    return rows[0];
  }

  return {
    async personalOf(aadObjectId) {
      const row = await selectOne(
        `where kind = 'personal' and person_key = $1 order by reachable desc, met_at desc limit 1`,
        [personKey(aadObjectId)],
      );
      return row && conversationOf(row);
    },
    async triageChannel() {
      const row = await selectOne(
        `where kind <> 'personal' and reachable and (teams_key = $1 or triage_at is not null)
         order by (teams_key = $1) desc, triage_at desc nulls last limit 1`,
        [teamsKey(triageChannelId ?? '')],
      );
      return row && conversationOf(row);
    },
    async markUnreachable(conversationId, reason) {
      await sql.query('update helpdesk.conversations set reachable = false, unreachable_reason = $2 where id = $1', [
        conversationId, reason.slice(0, 200),
      ]);
    },
    async remember(met) {
      const now = clock().toISOString();
      const key = teamsKey(met.teamsId);
      const { teamsId, aadObjectId, serviceUrl, reference } = met;
      const rows = await sql.query<Row>(
        `insert into helpdesk.conversations
           (id, tenant_id, teams_key, kind, person_key, reachable, unreachable_reason, met_at, triage_at, doc)
         values ($1, $2, $3, $4, $5, true, null, $6, $7, $8)
         on conflict (tenant_id, teams_key) do update set
           kind = excluded.kind, person_key = coalesce(excluded.person_key, conversations.person_key), reachable = true,
           unreachable_reason = null, met_at = excluded.met_at, triage_at = excluded.triage_at, doc = excluded.doc
         returning id, tenant_id, teams_key, kind, reachable, doc`,
        [
          newId(), met.tenantId, key, met.kind, aadObjectId === undefined ? null : personKey(aadObjectId), now,
          met.isTriage ? now : null,
          sealer.seal({ teamsId, aadObjectId, serviceUrl, reference }, contextOf(met.tenantId, key)),
        ],
      );
      if (!rows[0]) throw new Error('A conversation was not kept');
      return conversationOf(rows[0]);
    },
    async referenceOf(conversationId) {
      const row = await selectOne('where id = $1', [conversationId]);
      if (!row) return undefined;
      const { reference, serviceUrl } = sealedOf(row);
      return { reference, serviceUrl };
    },
  };
}

const contextOf = (tenantId: string, key: string): string => `conversation:${tenantId}:${key}`;
