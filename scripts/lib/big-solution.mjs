/** A large solution made of nothing but a seed: C# as people write it, and few files in which anything is found. */
export function* bigSolution({ files, bytes, seed }) {
  const random = mulberry32(seed);
  const perFile = Math.floor(bytes / files);
  const projects = 20;
  yield { path: 'Big/Big.sln', text: 'Microsoft Visual Studio Solution File, Format Version 12.00\n' };
  for (let i = 0; i < projects; i++) yield { path: `Big/src/Big.Part${i}/Big.Part${i}.csproj`, text: projectFile(i) };
  yield { path: 'Big/src/Big.Part0/Program.cs', text: program };
  yield { path: 'Big/src/Big.Part0/Jobs/NightlyCleanup.cs', text: cleanup };
  for (let i = projects + 3; i < files; i++) {
    const project = i % projects;
    const folder = ['Models', 'Services', 'Controllers', 'Data'][i % 4];
    const name = `${words[Math.floor(random() * words.length)]}${folder.slice(0, -1)}${i}`;
    const length = perFile * (0.4 + 1.2 * random());
    yield {
      path: `Big/src/Big.Part${project}/${folder}/${name}.cs`,
      text: classFile(`Big.Part${project}.${folder}`, name, length, random),
    };
  }
}

const words =
  'Order Customer Invoice Basket Session Ticket Shipment Product Rate Audit Report Payment Message Account'.split(' ');

const projectFile = (i) => `<Project Sdk="Microsoft.NET.Sdk${i === 0 ? '.Web' : ''}">
  <PropertyGroup>
    <TargetFramework>net6.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
${i === 0 ? '    <PackageReference Include="Duende.IdentityServer.EntityFramework" Version="6.2.0" />\n' : '    <PackageReference Include="Serilog" Version="2.12.0" />\n'}  </ItemGroup>
</Project>
`;

const program = `using Duende.IdentityServer;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options => options.Events.RaiseErrorEvents = true).AddInMemoryClients(Array.Empty<Duende.IdentityServer.Models.Client>());
var app = builder.Build();
app.UseIdentityServer();
app.Run();
`;

const cleanup = `using Duende.IdentityServer.EntityFramework;

namespace Big.Part0.Jobs;

public class NightlyCleanup
{
    private readonly TokenCleanupService _cleanup;

    public NightlyCleanup(TokenCleanupService cleanup) => _cleanup = cleanup;

    public Task RunAsync() => _cleanup.RemoveExpiredGrantsAsync();
}
`;

function classFile(namespace, name, length, random) {
  const parts = [
    `using System.Text;\nusing Microsoft.Extensions.Logging;\n\nnamespace ${namespace};\n\n/// <summary>Keeps what the shop knows of this.</summary>\npublic class ${name}\n{\n    private readonly ILogger<${name}> _logger;\n\n    public ${name}(ILogger<${name}> logger) => _logger = logger;\n`,
  ];
  for (let size = parts[0].length, i = 0; size < length; i++) {
    const method = methodText(i, random);
    parts.push(method);
    size += method.length;
  }
  return `${parts.join('\n')}}\n`;
}

function methodText(i, random) {
  const word = words[Math.floor(random() * words.length)];
  const number = Math.floor(random() * 100_000);
  return `    public async Task<string?> Find${word}${i}Async(int id, CancellationToken token = default)
    {
        // ${word} ${number}: asked for by the front end, once per page.
        if (id <= 0) throw new ArgumentOutOfRangeException(nameof(id), $"{id} is not an id of a ${word.toLowerCase()}");
        _logger.LogDebug("Looking for ${word.toLowerCase()} {Id} in shard {Shard}", id, ${number});
        var text = new StringBuilder("${word}").Append(':').Append(id + ${number});
        foreach (var part in new[] { "a${number}", "b", "c" })
        {
            text.Append(part.ToUpperInvariant());
        }
        await Task.Delay(TimeSpan.FromMilliseconds(${number % 50}), token);
        return text.Length > ${number % 90} ? text.ToString() : null;
    }
`;
}

/** The same numbers for the same seed. */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
