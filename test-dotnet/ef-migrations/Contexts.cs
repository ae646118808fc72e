// One context for each way a team may have set up its store. The folder of each is named by the context.
using System;
using System.Text.RegularExpressions;
using Duende.IdentityServer.EntityFramework.Entities;
using Microsoft.EntityFrameworkCore;

namespace Acme.Login.Data
{
    public abstract class ClientsContext : DbContext
    {
        /// <summary>A server to migrate; nothing connects while migrations are made.</summary>
        protected static readonly string Connection = Environment.GetEnvironmentVariable("CONNECTION");

        protected virtual string Table => "Clients";
        protected virtual string Schema => null;

        protected override void OnModelCreating(ModelBuilder model)
        {
            model.Entity<Client>(client =>
            {
                client.ToTable(Table, Schema);
                client.HasKey(x => x.Id);
                client.Property(x => x.ClientId).HasMaxLength(200).IsRequired();
                client.Property(x => x.ProtocolType).HasMaxLength(200).IsRequired();
                client.Property(x => x.ClientName).HasMaxLength(200).IsRequired(false);
                client.Property(x => x.ClientUri).HasMaxLength(2000).IsRequired(false);
                client.Property(x => x.LogoUri).HasMaxLength(2000).IsRequired(false);
                client.Property(x => x.Description).HasMaxLength(1000).IsRequired(false);
                client.Property(x => x.FrontChannelLogoutUri).HasMaxLength(2000).IsRequired(false);
                client.Property(x => x.BackChannelLogoutUri).HasMaxLength(2000).IsRequired(false);
                client.Property(x => x.ClientClaimsPrefix).HasMaxLength(200).IsRequired(false);
                client.Property(x => x.PairWiseSubjectSalt).HasMaxLength(200).IsRequired(false);
                client.Property(x => x.UserCodeType).HasMaxLength(100).IsRequired(false);
                client.Property(x => x.AllowedIdentityTokenSigningAlgorithms).HasMaxLength(100).IsRequired(false);
#if LEVEL_6_3
                client.Property(x => x.InitiateLoginUri).HasMaxLength(2000).IsRequired(false);
#endif
                client.HasIndex(x => x.ClientId).IsUnique();
                client.HasMany(x => x.AllowedScopes).WithOne(x => x.Client).HasForeignKey(x => x.ClientId).IsRequired();
            });
            model.Entity<ClientScope>(scope =>
            {
                scope.ToTable("ClientScopes", Schema);
                scope.Property(x => x.Scope).HasMaxLength(200).IsRequired();
            });
        }
    }

    public class SqlServerClients : ClientsContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlServer("Server=x");
    }

#if NPGSQL
    public class NpgsqlClients : ClientsContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql(Connection ?? "Host=x");
    }
#endif

    public class SqliteClients : ClientsContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(Connection ?? "Data Source=x");
    }

#if MYSQL
    public class MySqlClients : ClientsContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) =>
            options.UseMySql(Connection ?? "Server=x", Connection == null ? new MySqlServerVersion(new Version(8, 0, 33)) : ServerVersion.AutoDetect(Connection));
    }
#endif

    /// <summary>A default schema, and the clients in another, under another name.</summary>
    public class OtherTableContext : SqlServerClients
    {
        protected override string Table => "OidcClients";
        protected override string Schema => "oidc";

        protected override void OnModelCreating(ModelBuilder model)
        {
            model.HasDefaultSchema("idp");
            base.OnModelCreating(model);
        }
    }

    /// <summary>Own columns between the product's, in every ordinal place that matters.</summary>
    public class OwnColumnsContext : SqlServerClients
    {
        protected override void OnModelCreating(ModelBuilder model)
        {
            base.OnModelCreating(model);
            model.Entity<Client>(client =>
            {
                client.Property<string>("DPoPContact").HasDefaultValue("nobody; \"ops\"");
                client.Property<DateTime?>("DeletedAt");
                client.Property<string>("InitiatedBy");
                client.Property<bool>("RequireDevice");
                client.Property<string>("_note");
                client.Property<string>("aLast");
            });
        }
    }

#if NAMING
    public class PackageNamesContext : NpgsqlClients
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options)
        {
            base.OnConfiguring(options);
            options.UseSnakeCaseNamingConvention();
        }
    }
#endif

    public class HandNamesContext : SqlServerClients
    {
        protected override void OnModelCreating(ModelBuilder model)
        {
            base.OnModelCreating(model);
            foreach (var type in model.Model.GetEntityTypes())
                foreach (var property in type.GetProperties())
                    property.SetColumnName(Regex.Replace(property.Name, "([a-z0-9])([A-Z])", "$1_$2").ToLowerInvariant());
        }
    }

    /// <summary>Two that share a folder and a namespace, so that EF makes up another for the next.</summary>
    public class SharedOneContext : SqlServerClients
    {
    }

    public class SharedTwo : SqliteClients
    {
    }
}
