import { sql } from "#lib/db.ts";
import { growingRun, throwAwayCandidate } from "./candidates.ts";
import { throwAwayDataset, throwAwayInvitation, throwAwayRun, throwAwayUpload } from "./filled-project.ts";
import { hardInputs } from "./hard.ts";
import { modelSettings, throwAwayCall, throwAwayModel } from "./models.ts";
import type { Input } from "./operation-input.ts";
import { problemInputs } from "./problems.ts";
import { reviewInputs } from "./review.ts";
import { samplingInputs } from "./sampling.ts";
import { scoringInputs } from "./scoring.ts";
import { selectionInputs } from "./selection.ts";
import { throwAwaySubdomain } from "./subdomains.ts";
import { variationInputs } from "./variation.ts";

export const address = () => `${crypto.randomUUID()}@example.org`;
const inProject: Input = ({ slug }) => ({ project: slug });

/** What each operation needs at least. What an operation takes away is made for that one call. */
export const inputs: Record<string, Input> = {
  health: () => ({}),
  "auth.me": () => ({}),
  "auth.people": () => ({}),
  "auth.keys.list": () => ({}),
  "auth.keys.create": () => ({ name: "a key" }),
  "auth.keys.revoke": () => ({ id: 2_000_000_000 }),
  "auth.invitations.list": () => ({}),
  "auth.invitations.create": () => ({}),
  "auth.invitations.revoke": async () => ({ id: (await throwAwayInvitation()).id }),
  "auth.invitations.open": async () => ({ token: (await throwAwayInvitation()).token }),
  "auth.invitations.accept": async () => ({
    token: (await throwAwayInvitation()).token,
    account: { name: "New", email: address(), password: "a long password" },
  }),
  "projects.list": () => ({}),
  "projects.create": () => ({ name: "New", slug: `new-${crypto.randomUUID()}` }),
  "projects.get": inProject,
  "projects.update": inProject,
  "projects.members.list": inProject,
  "projects.members.set": async ({ slug }) => ({ project: slug, email: await newPerson(), role: "curator" }),
  "projects.members.remove": ({ slug }) => ({ project: slug, userId: "nobody-in-particular" }),
  "runs.list": inProject,
  "runs.get": ({ slug, run }) => ({ project: slug, run }),
  "runs.log": ({ slug, run }) => ({ project: slug, run }),
  "runs.cancel": async (project) => ({ project: project.slug, run: await throwAwayRun(project) }),
  "runs.pause": async (project) => ({ project: project.slug, run: await throwAwayRun(project) }),
  "runs.resume": async (project) => ({ project: project.slug, run: await throwAwayRun(project) }),
  ...variationInputs,
  "models.list": inProject,
  "models.create": ({ slug }) => ({ project: slug, settings: modelSettings() }),
  "models.update": async (project) => ({
    project: project.slug,
    model: await throwAwayModel(project),
    version: 1,
    settings: modelSettings(),
  }),
  "models.remove": async (project) => ({ project: project.slug, model: await throwAwayModel(project) }),
  "models.test": async (project) => ({ project: project.slug, model: await throwAwayModel(project) }),
  "models.calls": inProject,
  "models.call": async (project) => ({ project: project.slug, call: await throwAwayCall(project) }),
  "models.hosts.list": () => ({}),
  "models.hosts.allow": () => ({ host: "10.0.0.1:8000" }),
  "models.hosts.disallow": () => ({ host: "10.0.0.1:8000" }),
  ...problemInputs,
  "problems.quality": ({ slug, problem }) => ({ project: slug, problem }),
  "problems.suggest": ({ slug }) => ({ project: slug, text: "What is 2 + 2?" }),
  "subdomains.list": inProject,
  "subdomains.create": ({ slug }) => ({ project: slug, name: crypto.randomUUID() }),
  "subdomains.update": async ({ slug, id }) => ({ project: slug, subdomain: await throwAwaySubdomain(id) }),
  "subdomains.remove": async ({ slug, id }) => ({ project: slug, subdomain: await throwAwaySubdomain(id) }),
  "views.list": ({ slug }) => ({ project: slug, room: "problems" }),
  "views.save": ({ slug }) => ({ project: slug, room: "problems", name: crypto.randomUUID(), search: "q=x" }),
  "views.remove": ({ slug }) => ({ project: slug, view: 2_000_000_000 }),
  "growing.instruct": async (project) => ({
    project: project.slug,
    model: await throwAwayModel(project, ["generator"]),
  }),
  "growing.prompts": inProject,
  "growing.savePrompt": async ({ slug }) => {
    await sql()`DELETE FROM prompt`;
    return { project: slug, purpose: "solve", base: 0, system: "", user: "{{problem}}" };
  },
  "growing.previewPrompt": ({ slug }) => ({
    project: slug,
    purpose: "solve",
    system: "",
    user: "{{problem}}",
  }),
  "growing.defaults": inProject,
  "candidates.list": async ({ slug, id }) => {
    await throwAwayCandidate(id);
    return { project: slug };
  },
  "candidates.facets": inProject,
  "candidates.get": async ({ slug, id }) => ({ project: slug, candidate: await throwAwayCandidate(id) }),
  "candidates.decide": async ({ slug, id }) => ({
    project: slug,
    candidate: await throwAwayCandidate(id),
    state: "accepted",
  }),
  "candidates.decideAll": ({ slug }) => ({
    project: slug,
    filter: { q: crypto.randomUUID() },
    state: "dropped",
    changing: 0,
  }),
  "candidates.histogram": ({ slug }) => ({ project: slug, measure: "rouge-l" }),
  "candidates.previewRefilter": ({ slug, run }) => ({ project: slug, run, thresholds: {} }),
  "candidates.refilter": async ({ slug, id }) => ({
    project: slug,
    run: await growingRun(id),
    thresholds: {},
  }),
  "candidates.unparsed": ({ slug, run }) => ({ project: slug, run }),
  "candidates.family": ({ slug, problem }) => ({ project: slug, problem }),
  ...hardInputs,
  ...samplingInputs,
  ...scoringInputs,
  ...selectionInputs,
  "paths.list": inProject,
  "paths.facets": inProject,
  "paths.get": ({ slug, path }) => ({ project: slug, path }),
  "paths.check": inProject,
  "paths.verify": inProject,
  "paths.create": ({ slug, problem }) => ({
    project: slug,
    problem,
    segments: [{ type: "text", content: `The answer is 4, ${crypto.randomUUID()}.` }],
  }),
  "paths.agreement": ({ slug, problem }) => ({ project: slug, problem }),
  "paths.grade": () => ({ pairs: [{ gold: "4", pred: "The answer is 4." }] }),
  "pairs.list": inProject,
  "pairs.facets": inProject,
  "pairs.get": ({ slug, pair }) => ({ project: slug, pair }),
  "pairs.mine": inProject,
  ...reviewInputs,
  "datasets.list": inProject,
  "datasets.create": ({ slug }) => ({ project: slug, name: crypto.randomUUID(), filter: { kind: "dpo" } }),
  "datasets.get": ({ slug, dataset }) => ({ project: slug, dataset }),
  "datasets.update": async (project) => ({
    project: project.slug,
    dataset: await throwAwayDataset(project),
    version: 1,
    name: crypto.randomUUID(),
  }),
  "datasets.preview": ({ slug }) => ({ project: slug, filter: { kind: "dpo" } }),
  "datasets.freeze": async (project) => ({ project: project.slug, dataset: await throwAwayDataset(project) }),
  "datasets.version": ({ slug, dataset }) => ({ project: slug, dataset, number: 1 }),
  "datasets.imports.preview": ({ slug, upload }) => ({ project: slug, upload }),
  "datasets.imports.start": async (project) => ({
    project: project.slug,
    upload: await throwAwayUpload(project),
    options: {},
  }),
  "datasets.demo": () => ({}),
  "uploads.create": ({ slug }) => ({ project: slug, name: "problems.jsonl" }),
  "datasets.export": ({ slug, dataset }) => ({ project: slug, dataset, number: 1, format: "lemma" }),
};

/** The address of a new person, with an account and no role. */
export async function newPerson(isOwner = false): Promise<string> {
  const [id, email] = [crypto.randomUUID(), address()];
  await sql()`INSERT INTO "user" (id, name, email, is_owner) VALUES (${id}, 'Someone', ${email}, ${isOwner})`;
  return email;
}
