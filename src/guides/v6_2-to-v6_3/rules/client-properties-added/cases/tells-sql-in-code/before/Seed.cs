using Microsoft.EntityFrameworkCore;

namespace Acme.Login;

public static class Seed
{
    // INSERT INTO Clients (ClientId, ProtocolType) VALUES ('a', 'oidc')
    public static void Run(DbContext db)
    {
        db.Database.ExecuteSqlRaw("INSERT INTO \"Clients\" (\"ClientId\", \"ProtocolType\") VALUES ('web', 'oidc')");
    }

    public static void Other(System.Data.Common.DbCommand command)
    {
        command.CommandText = @"
            INSERT INTO Clients VALUES (1, 'web', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, GETUTCDATE())";
    }
}
