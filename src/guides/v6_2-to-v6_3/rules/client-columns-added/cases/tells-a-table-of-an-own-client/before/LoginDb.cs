using Duende.IdentityServer.EntityFramework.Entities;
using Microsoft.EntityFrameworkCore;

namespace Acme.Login.Data;

public class LoginDb : DbContext
{
    public DbSet<AppClient> Clients => Set<AppClient>();
}

public class AppClient : Client
{
    public string? Owner { get; set; }
}
