import { api } from "#components/api/api.ts";
import { showScreen, testCache } from "#components/problems/show-screen.tsx";
import type { QueueAgreement, ReviewerFigures } from "#lib/review/contract/agreement.ts";
import type { ReviewQueue, UnitRow } from "#lib/review/contract/queues.ts";
import { exampleQueue } from "./example-queues.ts";
import { agreementQuery, queueQuery, reviewersQuery, unitsQuery } from "./queries.ts";
import { type UnitList, unitFilterOf } from "./queue-params.ts";
import { QueueScreen } from "./queue-screen.tsx";

export const P = "gsm8k";
export const ID = 3;
export const AT = `/projects/${P}/queues/${ID}`;

interface Setting {
  queue?: Partial<ReviewQueue>;
  units?: UnitRow[];
  list?: UnitList;
  agreement?: QueueAgreement;
  reviewers?: ReviewerFigures[];
}

/** For tests: a queue in the cache, with what of it is given. */
export function cacheWith({ queue = {}, units, list = "disputed", agreement, reviewers }: Setting = {}) {
  const cache = testCache();
  cache.setQueryData(queueQuery(api, P, ID).queryKey, exampleQueue(queue));
  if (units) {
    cache.setQueryData(unitsQuery(api, P, ID, unitFilterOf(list)).queryKey, {
      pages: [{ items: units, nextCursor: null, count: units.length }],
      pageParams: [null],
    });
  }
  if (agreement) cache.setQueryData(agreementQuery(api, P, ID).queryKey, agreement);
  if (reviewers) cache.setQueryData(reviewersQuery(api, P, ID).queryKey, reviewers);
  return cache;
}

/** For tests: the queue's screen, as its page shows it. */
export function showQueue(cache = cacheWith(), search = "") {
  return showScreen(<QueueScreen project={P} id={ID} />, cache, search);
}
