using Acme.Infra;
using Duende.IdentityServer.EntityFramework;
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuditedCleanup();
builder.Services.AddAcmeIdentity();
builder.Services.AddTransient<ITokenCleanupService, Audited>();
builder.Build().Run();
