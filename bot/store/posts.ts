import type { Post, PostStore } from '../cases/ports.ts';
import type { Param, Sql } from './sql.ts';

interface Row {
  readonly case_id: string;
  readonly surface: Post['surface'];
  readonly conversation_id: string;
  readonly activity_id: string;
  readonly anchor: number;
  readonly shown: string;
}

/** Where cards stand. Old cards of a case stay known until the case goes, because people click on old cards. */
export function makePostStore(sql: Sql): PostStore {
  async function selectOne(rest: string, params: readonly Param[]): Promise<Post | undefined> {
    const [row] = await sql.query<Row>(
      `select case_id, surface, conversation_id, activity_id, anchor, shown from helpdesk.posts ${rest} limit 1`,
      params,
    );
    return row && {
      caseId: row.case_id, surface: row.surface, conversationId: row.conversation_id,
      activityId: row.activity_id, anchor: row.anchor, shown: row.shown,
    };
  }

  return {
    find: (caseId, surface) => selectOne('where case_id = $1 and surface = $2 order by seq desc', [caseId, surface]),
    findByActivity: (conversationId, activityId) =>
      selectOne('where conversation_id = $1 and activity_id = $2', [conversationId, activityId]),
    async save(post) {
      // A case that was forgotten while its card was on the way has no place to keep it, and needs none.
      await sql.query(
        `insert into helpdesk.posts (conversation_id, activity_id, case_id, surface, anchor, shown)
         select $1::text, $2::text, c.id, $4::text, $5::int, $6::text from helpdesk.cases c where c.id = $3
         on conflict (conversation_id, activity_id) do update set
           case_id = excluded.case_id, surface = excluded.surface, anchor = excluded.anchor, shown = excluded.shown`,
        [post.conversationId, post.activityId, post.caseId, post.surface, post.anchor, post.shown],
      );
    },
  };
}
