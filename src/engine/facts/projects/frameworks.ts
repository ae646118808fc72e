/** A target framework moniker taken apart: `net6.0-windows` is .NETCoreApp 6.0. */
export interface Framework {
  readonly identifier: '.NETCoreApp' | '.NETStandard' | '.NETFramework';
  readonly version: string; // 6.0
  readonly platform: string; // windows; '' without one
}

export function frameworkOf(moniker: string): Framework | null {
  const text = moniker.trim().toLowerCase();
  const platform = text.split('-')[1]?.replace(/[\d.]+$/, '') ?? '';
  const dotted = /^(netcoreapp|netstandard|net)(\d+\.\d+)/.exec(text);
  if (dotted) {
    const identifier =
      dotted[1] === 'netstandard'
        ? '.NETStandard'
        : Number(dotted[2]) < 5 && dotted[1] === 'net'
          ? '.NETFramework'
          : '.NETCoreApp';
    return { identifier, version: dotted[2]!, platform };
  }
  const framework = /^net(\d)(\d)(\d)?$/.exec(text);
  if (!framework) return null;
  return { identifier: '.NETFramework', version: framework.slice(1).filter(Boolean).join('.'), platform };
}

/** Can a project for `target` use what was built for `candidate`? null: a moniker we don't know. */
export function isCompatible(target: string, candidate: string): boolean | null {
  const [to, from] = [frameworkOf(target), frameworkOf(candidate)];
  if (!to || !from) return null;
  if (to.identifier !== from.identifier) return from.identifier === '.NETStandard' ? null : false;
  if (from.platform !== '' && from.platform !== to.platform) return false;
  return Number(to.version) >= Number(from.version);
}

/** 7 of `net7.0` and later .NET; null for anything else. */
export function majorOfNet(moniker: string): number | null {
  const framework = frameworkOf(moniker);
  return framework?.identifier === '.NETCoreApp' ? Number(framework.version.split('.')[0]) : null;
}
