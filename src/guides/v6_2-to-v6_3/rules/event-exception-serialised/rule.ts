import type { Invocation } from '../../../../engine/csharp/invocation-types.ts';
import { isInTests } from '../../../../engine/facts/hosts/is-test-project.ts';
import { compareNumbers } from '../../../../engine/facts/version-level.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';

const sink = 'Duende.IdentityServer.Services.IEventSink';

interface Match {
  readonly call: Invocation;
  readonly with: 'Newtonsoft.Json' | 'System.Text.Json' | 'the event itself';
}

/** Upstream gave the event of an unhandled error its exception, which does not survive every serializer. */
export default defineRule<Match>({
  meta: {
    id: 'event-exception-serialised',
    step: 'breaking-changes',
    title: 'Events of unhandled errors carry the exception',
    source: 'https://docs.duendesoftware.com/identityserver/v6/diagnostics/events/',
    covers: ['B29'],
    applies: { since: '6.3.0' },
    names: [sink],
  },

  *detect({ facts, target }) {
    const { csharp } = facts;
    const isFixed = compareNumbers(target, '6.3.5') >= 0;
    for (const persist of csharp.membersNamed('PersistAsync', sink)) {
      const event = persist.parameters[0]?.name;
      const isOfEvent = ({ path, span, method }: Invocation) =>
        path === persist.path &&
        method === 'PersistAsync' &&
        persist.body &&
        persist.body.start <= span.start &&
        span.end <= persist.body.end;
      if (isInTests(persist, facts)) continue;
      const calls = (name: string) => csharp.invocationsOf(name).filter(isOfEvent);
      const whole = (call: Invocation) => call.arguments[0]?.text === event;
      for (const call of calls('SerializeObject')) if (whole(call)) yield { call, with: 'Newtonsoft.Json' };
      if (isFixed) continue;
      for (const call of calls('Serialize')) if (whole(call)) yield { call, with: 'System.Text.Json' };
      for (const call of calls('ToString')) if (call.receiver === event) yield { call, with: 'the event itself' };
    }
  },

  explain: ({ call, with: how }, { facts, target }) => {
    const isFixed = compareNumbers(target, '6.3.5') >= 0;
    return {
      title: isFixed
        ? 'Events of unhandled errors are written with the whole exception'
        : 'Writing an event of an unhandled error can fail',
      message: `6.3 gives \`UnhandledExceptionEvent\` a property \`Exception\`. This event sink serialises events whole, by ${how}. ${
        isFixed
          ? 'Newtonsoft.Json does not know the mark that keeps the property out of System.Text.Json: the exception with its stack trace goes where your events go, or the serializer fails on it. Leave the property out in your serializer settings.'
          : 'Before 6.3.5 the exception goes with it, and a serializer can fail on it: the event is lost, with the error it was about. Choose 6.3.5 or later, or leave the property out.'
      }`,
      severity: isFixed ? 'changes-behaviour' : 'breaks-run',
      confidence: 'likely',
      projects: call.projects,
      evidence: [evidence(facts.csharp.sourceOf(call.path), call.span, 'serialises the event whole')],
    };
  },
});
