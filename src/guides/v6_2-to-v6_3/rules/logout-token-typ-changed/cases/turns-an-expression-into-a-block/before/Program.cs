var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(o => o.EmitStaticAudienceClaim = true).AddClientStore<Store>();
builder.Build().Run();
