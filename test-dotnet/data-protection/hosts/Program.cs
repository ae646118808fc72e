using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

// Reads hosts to build from a file, one JSON object a line, and says of each what the framework made of it.
var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
foreach (var line in File.ReadLines(args[0]))
{
    var wanted = JsonSerializer.Deserialize<Wanted>(line, json)!;
    Directory.SetCurrentDirectory(wanted.Directory);
    using var host = Hosts.Build(wanted);
    var services = host.Services;
    var environment = services.GetRequiredService<IHostEnvironment>();
    var protector = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("check");
    Console.WriteLine(JsonSerializer.Serialize(
        new
        {
            wanted.Id,
            Runtime = Environment.Version.ToString(),
            environment.ContentRootPath,
            Discriminator = services.GetRequiredService<IOptions<DataProtectionOptions>>().Value.ApplicationDiscriminator,
            Protected = protector.Protect("secret"),
            Reads = wanted.Payloads?.ToDictionary(payload => payload.Key, payload => Reads(protector, payload.Value)),
        },
        json));
}

static bool Reads(IDataProtector protector, string payload)
{
    try
    {
        return protector.Unprotect(payload) == "secret";
    }
    catch (System.Security.Cryptography.CryptographicException)
    {
        return false;
    }
}

/// <param name="Host">How it is built.</param>
/// <param name="Root">The content root to set; none: the current directory.</param>
/// <param name="Name">How its name is set.</param>
/// <param name="Keys">The folder of its key ring.</param>
/// <param name="Payloads">What to try to read, by the id of the host that protected it.</param>
record Wanted(
    string Id, string Host, string Directory, string Keys, string? Root, string[]? Name, string? AddedBy, Dictionary<string, string>? Payloads);

record Built(IServiceProvider Services, IDisposable Owner) : IDisposable
{
    public void Dispose() => Owner.Dispose();
}

static class Hosts
{
    public static Built Build(Wanted wanted) => wanted.Host switch
    {
        "web-application" => WebApplicationHost(wanted),
        "slim" => SlimHost(wanted),
        "application-builder" => ApplicationBuilderHost(wanted),
        "generic-host" => GenericHost(wanted),
        "bare-host" => BareHost(wanted),
        "web-host" => OldWebHost(wanted),
        "bare-web-host" => BareWebHost(wanted),
        _ => throw new ArgumentException(wanted.Host),
    };

    static Built WebApplicationHost(Wanted wanted)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = wanted.Root });
        Name(builder.Services, wanted, builder.Environment);
        return Of(builder.Build());
    }

    static Built SlimHost(Wanted wanted)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = wanted.Root });
        Name(builder.Services, wanted, builder.Environment);
        return Of(builder.Build());
    }

    static Built ApplicationBuilderHost(Wanted wanted)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = wanted.Root });
        Name(builder.Services, wanted, builder.Environment);
        return Of(builder.Build());
    }

    static Built GenericHost(Wanted wanted)
    {
        var builder = Host.CreateDefaultBuilder();
        if (wanted.Root != null) builder.UseContentRoot(wanted.Root);
        if (wanted.Name is ["host-chain", var name]) builder.ConfigureServices((_, services) => services.AddDataProtection().SetApplicationName(name));
        if (wanted.Name is ["host-chain-trimmed"]) builder.ConfigureServices((context, services) => services.AddDataProtection().SetApplicationName(context.HostingEnvironment.ContentRootPath.TrimEnd(Path.DirectorySeparatorChar)));
        builder.ConfigureWebHostDefaults(web => web
            .UseUrls("http://127.0.0.1:0")
            .ConfigureServices((context, services) => Name(services, wanted, context.HostingEnvironment))
            .Configure(_ => { }));
        return Of(builder.Build());
    }

    static Built BareHost(Wanted wanted)
    {
        var builder = new HostBuilder();
        if (wanted.Root != null) builder.UseContentRoot(wanted.Root);
        builder.ConfigureServices((context, services) => Name(services, wanted, context.HostingEnvironment));
        return Of(builder.Build());
    }

    static Built OldWebHost(Wanted wanted)
    {
        var builder = WebHost.CreateDefaultBuilder();
        if (wanted.Root != null) builder.UseContentRoot(wanted.Root);
        if (wanted.Name is ["host-chain", var name]) builder.ConfigureServices((_, services) => services.AddDataProtection().SetApplicationName(name));
        if (wanted.Name is ["host-chain-trimmed"]) builder.ConfigureServices((context, services) => services.AddDataProtection().SetApplicationName(context.HostingEnvironment.ContentRootPath.TrimEnd(Path.DirectorySeparatorChar)));
        builder.ConfigureServices((context, services) => Name(services, wanted, context.HostingEnvironment)).Configure(_ => { });
        var host = builder.Build();
        return new Built(host.Services, host);
    }

    static Built BareWebHost(Wanted wanted)
    {
        var builder = new WebHostBuilder().UseKestrel();
        if (wanted.Root != null) builder.UseContentRoot(wanted.Root);
        builder.ConfigureServices((context, services) => Name(services, wanted, context.HostingEnvironment)).Configure(_ => { });
        var host = builder.Build();
        return new Built(host.Services, host);
    }

    static Built Of(IHost host) => new(host.Services, host);

    static void Name(IServiceCollection services, Wanted wanted, IHostEnvironment environment)
    {
        if (wanted.Name is ["configure-before", var early]) services.Configure<DataProtectionOptions>(options => options.ApplicationDiscriminator = early);
        Add(services, wanted.AddedBy);
        if (wanted.Name is ["configure-between", var late]) services.Configure<DataProtectionOptions>(options => options.ApplicationDiscriminator = late);
        var protection = services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(wanted.Keys));
        switch (wanted.Name)
        {
            case ["set", .. var names]:
                foreach (var name in names) protection.SetApplicationName(name);
                break;
            case ["content-root"]:
                protection.SetApplicationName(environment.ContentRootPath);
                break;
            case ["trimmed-content-root"]:
                protection.SetApplicationName(environment.ContentRootPath.TrimEnd(Path.DirectorySeparatorChar));
                break;
            case ["configure-after", var name]:
                services.Configure<DataProtectionOptions>(options => options.ApplicationDiscriminator = name);
                break;
            case ["post-configure", var name]:
                services.PostConfigure<DataProtectionOptions>(options => options.ApplicationDiscriminator = name);
                break;
            case ["setup", var name]:
                services.AddDataProtection(options => options.ApplicationDiscriminator = name);
                break;
        }
    }

    /// <summary>Calls that bring data protection along.</summary>
    static void Add(IServiceCollection services, string? by)
    {
        switch (by)
        {
            case "AddAuthentication": services.AddAuthentication(); break;
            case "AddAntiforgery": services.AddAntiforgery(); break;
            case "AddControllersWithViews": services.AddControllersWithViews(); break;
            case "AddMvc": services.AddMvc(); break;
            case "AddRazorPages": services.AddRazorPages(); break;
            case "AddSession": services.AddSession(); break;
            case "AddIdentity": services.AddIdentity<IdentityUser, IdentityRole>(); break;
            case "AddControllers": services.AddControllers(); break;
            case "AddAuthorization": services.AddAuthorization(); break;
        }
    }
}
