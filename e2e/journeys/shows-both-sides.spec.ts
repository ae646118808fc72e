import JSZip from 'jszip';
import { expect, test } from '../fixtures.ts';

/** Two own extension methods that the new ones are like, called in one chain: each edit wraps the same receiver. */
const files = {
  'Host/Host.csproj': `<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net6.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="Duende.IdentityServer" Version="6.2.5" /></ItemGroup>
</Project>
`,
  'Host/Extensions.cs': `using Duende.IdentityServer.Models;
namespace My.Setup;
public static class Extensions
{
    public static IIdentityServerBuilder AddInMemoryClients(this IIdentityServerBuilder builder, ICollection<Client> clients) => builder;
    public static IIdentityServerBuilder AddInMemoryIdentityProviders(this IIdentityServerBuilder builder, IEnumerable<IdentityProvider> providers) => builder;
}
`,
  'Host/Startup.cs': `using Duende.IdentityServer.Models;
using My.Setup;
namespace Login;
public static class Startup
{
    public static void Add(IServiceCollection services) =>
        services.AddIdentityServer().AddInMemoryClients(new List<Client>()).AddInMemoryIdentityProviders(new IdentityProvider[0]);
}
`,
};

test('shows both sides when a second edit of the same place is chosen, and changes nothing until one is taken', async ({
  home,
  desk,
  review,
  delivery,
}) => {
  const zip = new JSZip();
  for (const [path, text] of Object.entries(files)) zip.file(path, text);
  await home.open();
  await home.giveFile('clash.zip', await zip.generateAsync({ type: 'nodebuffer' }));
  await desk.isRead('clash.zip');
  await desk.goTo('Breaking changes');
  const [clients, providers] = [/called AddInMemoryClients/, /called AddInMemoryIdentityProviders/];
  await review.select(clients);
  await review.button('Accept').click();
  await review.select(providers);
  await review.button('Accept').click();

  const conflict = review.shown.getByRole('alert', { name: 'Conflict' });
  await expect(conflict).toContainText('These two change the same place');
  await expect(conflict.getByRole('table')).toHaveCount(2);
  await conflict.getByRole('button', { name: 'Keep the accepted one' }).click();
  await expect(review.option(clients)).toHaveAccessibleName(/accepted$/);
  await expect(review.option(providers)).toHaveAccessibleName(/open$/);

  await review.button('Accept').click();
  await conflict.getByRole('button', { name: 'Give it up and take this one' }).click();
  await expect(review.option(providers)).toHaveAccessibleName(/accepted$/);
  await expect(review.option(clients)).toHaveAccessibleName(/open$/);
  await desk.undo.click();
  await expect(review.option(clients)).toHaveAccessibleName(/accepted$/);

  await desk.goTo('Done');
  const after = await JSZip.loadAsync(await delivery.download('clash.upgraded.zip'));
  const startup = (await after.file('Host/Startup.cs')?.async('string')) ?? '';
  expect(startup).toContain('My.Setup.Extensions.AddInMemoryClients(services.AddIdentityServer(), new List<Client>())');
  expect(startup).toContain('.AddInMemoryIdentityProviders(new IdentityProvider[0])');
});
