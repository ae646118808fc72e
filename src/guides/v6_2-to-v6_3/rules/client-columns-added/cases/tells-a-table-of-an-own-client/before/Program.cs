using Acme.Login.Data;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<LoginDb>(db => db.UseSqlServer("…"));
builder.Services.AddIdentityServer();
builder.Build().Run();
