import type { DataProtection } from '../../../../engine/facts/data-protection/data-protection.ts';
import type { HostKind, Project } from '../../../../engine/facts/project.ts';

/** A project that runs IdentityServer, and how it protects its data. */
export interface Host {
  readonly project: Project;
  readonly kind: HostKind;
  readonly protection: DataProtection;
}

/** What we saw, what this upgrade does to it, and what a later move would do. */
export function conclusion(host: Host): { title: string; message: string } {
  const { title, paragraphs } = isNamed(host) ? named(host) : unnamed(host);
  return { title, message: [...paragraphs, keys(host)].join('\n\n') };
}

const isNamed = ({ protection: { applicationName, discriminator, ownDiscriminator } }: Host) =>
  applicationName !== null || discriminator !== null || ownDiscriminator !== null;

interface Said {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

function named({ project, protection: { applicationName, discriminator, ownDiscriminator } }: Host): Said {
  const name = applicationName
    ? `\`${applicationName.text}\``
    : discriminator
      ? `\`${discriminator.text}\``
      : `what \`${ownDiscriminator?.name}\` gives`;
  const paragraphs = [
    `\`${project.path}\` names its application itself: ${name}. Keys stay readable whatever happens to framework, host or path, as long as that name stays. Add no second call: the last one wins.`,
  ];
  if (applicationName && applicationName.value === null) {
    paragraphs.push('The name is computed. If it follows from the path, it moves when the path does.');
  }
  if (!applicationName && discriminator) {
    paragraphs.push(
      'It is set through the options. A plain `Configure` that stands before `AddIdentityServer` or `AddDataProtection` has no effect: the framework sets its own name later. `PostConfigure`, or a place after them, does.',
    );
  }
  return { title: 'The application has a name of its own: keep it', paragraphs };
}

function unnamed(host: Host): Said {
  const { project } = host;
  const frameworks = project.targetFrameworks.join(', ') || 'an unknown framework';
  return {
    title: 'No name is set for the keys: nothing to do while framework, host and path stay',
    paragraphs: [
      `\`${project.path}\` (${kinds[host.kind]}, ${frameworks}) sets no application name, so ASP.NET Core derives one from the content root. IdentityServer 6.3 changes nothing about that: with the same target framework, kind of host and path, everything that is protected now stays readable.`,
      later(host),
      'To be sure, log `IOptions<DataProtectionOptions>.Value.ApplicationDiscriminator` on the deployment that runs now; that text, set with `SetApplicationName`, keeps the keys through any move.',
    ],
  };
}

const kinds = {
  'web-application': 'built with `WebApplication`',
  'generic-host': 'built with `Host`',
  'web-host': 'built with `WebHost`',
  library: 'a library',
  unknown: 'its host could not be seen',
} as const;

/** .NET 7 began to end the default name with a separator; `WebApplication` did so on .NET 6 already. */
function later({ kind, project, protection }: Host): string {
  const isOld = project.targetFrameworks.some((framework) => /^net(coreapp3|[56]\.)/.test(framework));
  const root = protection.contentRoot
    ? ' The content root is set in code here; if it ends with a separator, so does the name already.'
    : '';
  if (!isOld) {
    return "On this framework the name is the path with a separator at its end. A name without it, as the vendor's page suggests, would make the old keys unreadable.";
  }
  if (kind === 'web-application') {
    return "Even a later move to .NET 7 or newer would keep the name, because `WebApplication` has ended it with a separator since .NET 6. Setting the path without its separator, as the vendor's page suggests, would itself make the old keys unreadable.";
  }
  if (kind === 'unknown') {
    return `With \`WebApplication\` a later move to .NET 7 or newer keeps the name; with \`Host\` or \`WebHost\` it adds a separator, and the old keys become unreadable unless the path without it is set as the name first.${root}`;
  }
  return `A later move to .NET 7 or newer, or to \`WebApplication\`, adds a separator to the name, and the old keys become unreadable. Before that move, set the path without the separator as the name.${root}`;
}

function keys({ protection: { keyStores, hasDockerfile } }: Host): string {
  if (keyStores.length > 0) {
    const labels = [...new Set(keyStores.map(({ label }) => label))].join(' and ');
    return `The keys are kept in ${labels}. That place must come along when the deployment moves.`;
  }
  const container = hasDockerfile
    ? ' There is a Dockerfile: without a volume, they are lost with every new container.'
    : '';
  return `No key storage is set in code, so the keys are in the default place of the machine or user that runs the host.${container}`;
}
