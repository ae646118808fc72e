var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(o =>
{
    o.EmitStaticAudienceClaim = true;
    o.LogoutTokenJwtType = "at+jwt";
}).AddClientStore<Store>();
builder.Build().Run();
