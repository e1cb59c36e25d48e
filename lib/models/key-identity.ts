/** What a sealed key belongs to: it opens for no other endpoint. */
export function keyIdentity(projectId: number, endpointId: number): string {
  return `model key of endpoint ${endpointId} of project ${projectId}`;
}
