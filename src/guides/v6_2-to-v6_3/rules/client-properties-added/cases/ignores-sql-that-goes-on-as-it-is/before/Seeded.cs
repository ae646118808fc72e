using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Acme.Login;

public partial class Seeded : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Runs before the columns come, on every database.
        migrationBuilder.Sql("INSERT INTO Clients (ClientId, ProtocolType) VALUES ('web', 'oidc')");
    }
}

public static class Customers
{
    public static void Run(DbContext db)
    {
        db.Database.ExecuteSqlRaw("INSERT INTO Clients (ClientId, Name) VALUES (1, 'ACME')");
        db.Database.ExecuteSqlRaw("INSERT INTO Clients VALUES (1, 'ACME')");
        db.Database.ExecuteSqlRaw("INSERT INTO Clients (ClientId, ProtocolType, DPoPValidationMode, DPoPClockSkew) VALUES ('web', 'oidc', 1, '00:05:00')");
        db.Database.ExecuteSqlRaw("INSERT INTO ClientScopes (ClientId, Scope) VALUES (1, 'openid')");
    }
}
