import type { ProtectedHost } from '../../../../engine/facts/data-protection/data-protection.ts';
import type { Question } from '../../../../engine/rules/question.ts';

type Asked = Omit<Question, 'project' | 'step'>;

const unknown = { value: 'unknown', label: 'not known yet' };

const questions = (host: ProtectedHost): readonly Asked[] => [
  {
    id: 'framework-after',
    title: 'Does the target framework change with this upgrade?',
    why: 'From .NET 7 on, the name that keys are kept under ends with a separator, which it did not for every host before. IdentityServer 6.3 runs on the frameworks that 6.2 runs on, so it asks for no change.',
    choices: [
      { value: 'keep', label: 'it stays' },
      ...['net7.0', 'net8.0', 'net9.0', 'net10.0'].map((value) => ({ value, label: `it becomes ${value}` })),
      unknown,
    ],
    assumed: 'keep',
  },
  {
    id: 'host-after',
    title: 'Does the kind of host change?',
    why: 'On .NET 6 a `WebApplication` keeps its keys under another name than an older host in the same folder. Say here if the start-up code is rewritten in the same go.',
    choices: [
      { value: 'keep', label: 'it stays' },
      { value: 'web-application', label: 'it becomes a `WebApplication`' },
      { value: 'generic-host', label: 'it becomes a `Host`' },
      { value: 'web-host', label: 'it becomes a `WebHost`' },
      unknown,
    ],
    assumed: 'keep',
  },
  {
    id: 'content-root-after',
    title: 'Does the path on the server change?',
    why: `The default name is the path that the host runs in: the publish folder, or the \`WORKDIR\` of a container. Another folder is another name.${saidPath(host)}`,
    choices: [{ value: 'same', label: 'it stays' }, { value: 'moves', label: 'it changes' }, unknown],
    assumed: 'same',
  },
  {
    id: 'content-root-before',
    title: 'Which path does it run in now, on the server?',
    why: `With it, the old name can be written out as a text; leave it empty if you are not sure. It must be the whole path, as the server writes it.${saidPath(host)}`,
    choices: null,
    assumed: '',
  },
  {
    id: 'protected-data',
    title: 'Is there data that must stay readable?',
    why: 'Signing keys in the store, refresh tokens, sessions and cookies are protected. A new installation, or one where everyone may sign in again and tokens may end, has nothing to keep.',
    choices: [{ value: 'keep', label: 'yes, keep it readable' }, { value: 'none', label: 'no, it may end' }, unknown],
    assumed: 'keep',
  },
  {
    id: 'old-discriminator',
    title: 'Which name did the old deployment log?',
    why: 'Log `IOptions<DataProtectionOptions>.Value.ApplicationDiscriminator` on the server that runs now, and paste the text here. It goes before everything that we work out, and is set exactly as it is.',
    choices: null,
    assumed: '',
  },
];

const saidPath = ({ contentRoot: { said } }: ProtectedHost) =>
  said ? ` \`${said.source.path}\` says \`${said.value}\`.` : '';

export const questionsFor = (host: ProtectedHost): Question[] =>
  questions(host).map((question) => ({ ...question, project: host.project.path, step: 'data-protection' }));
