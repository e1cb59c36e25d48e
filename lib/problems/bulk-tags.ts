/**
 * What a change of tags comes to: each tag once, and one that is to be added is not removed. Removing comes first in
 * people's minds, so that "remove all these, add that" leaves what was added.
 */
export function bulkTags({
  addTags = [],
  removeTags = [],
}: {
  addTags?: readonly string[] | undefined;
  removeTags?: readonly string[] | undefined;
}): { add: string[]; remove: string[] } {
  const add = new Set(addTags);
  return { add: [...add], remove: [...new Set(removeTags)].filter((tag) => !add.has(tag)) };
}
