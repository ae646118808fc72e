using Duende.IdentityServer.EntityFramework;
using Login;

var builder = WebApplication.CreateBuilder(args);
builder.AddStores();
builder.AddSweep();

builder.Build().Run();
