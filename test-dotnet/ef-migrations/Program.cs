// `first`: every context's first migration. `next NAME`: what EF adds to what is compiled in. `pending`: who has changes left.
// `migrate CONTEXT [TARGET]`: applies or reverts, on the server of the environment's CONNECTION. `script CONTEXT FROM TO`: EF's SQL.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Acme.Login.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

var (command, folder) = (args[0], args[1]);
var contexts = typeof(ClientsContext).Assembly.GetTypes()
    .Where(type => typeof(ClientsContext).IsAssignableFrom(type) && !type.IsAbstract)
    .OrderBy(type => type.Name, StringComparer.Ordinal);
foreach (var type in contexts)
{
    if (command is "migrate" or "script" && type.Name != folder) continue;
    using var context = (DbContext)Activator.CreateInstance(type);
    var migrator = context.GetService<IMigrator>();
    if (command == "migrate") migrator.Migrate(args.ElementAtOrDefault(2));
    if (command == "script") Console.Write(migrator.GenerateScript(args[2], args[3]));
    if (command is "migrate" or "script") continue;
    var assembly = type.Assembly;
    var services = new DesignTimeServicesBuilder(assembly, assembly, new OperationReporter(null), Array.Empty<string>()).Build(context);
    using var scope = services.CreateScope();
    var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
    if (command == "first")
    {
        // A namespace of the context's own name would hide the context.
        var place = type.Name.StartsWith("Shared") ? "Shared" : "For" + type.Name;
        var migration = scaffolder.ScaffoldMigration("First" + type.Name, "Acme.Login", "Migrations." + place, "C#");
        scaffolder.Save(folder, migration, Path.Combine(folder, "Migrations", place));
    }
    else
    {
        var migration = scaffolder.ScaffoldMigration(args[2], "Acme.Login", null, "C#");
        if (command == "next") scaffolder.Save(folder, migration, null);
        else Console.WriteLine(type.Name + " " + (migration.MigrationCode.Contains("migrationBuilder.") ? "pending" : "settled"));
    }
}
