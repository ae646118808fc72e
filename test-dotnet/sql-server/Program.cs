// Each file named: its errors, and how many statements of which kind the server's own parser sees.
using System;
using System.IO;
using System.Linq;
using Microsoft.SqlServer.TransactSql.ScriptDom;

foreach (var path in args)
{
    var script = new TSql130Parser(initialQuotedIdentifiers: true).Parse(new StreamReader(path), out var errors);
    foreach (var error in errors) Console.WriteLine($"error {path}:{error.Line}:{error.Column} {error.Message}");
    var counter = new Counter();
    script?.Accept(counter);
    Console.WriteLine($"parsed {Path.GetFileName(path)} {counter.Added} added {counter.Dropped} dropped");
}

class Counter : TSqlFragmentVisitor
{
    public int Added, Dropped;

    public override void Visit(AlterTableAddTableElementStatement node) => Added += node.Definition.ColumnDefinitions.Count;

    public override void Visit(AlterTableDropTableElementStatement node) =>
        Dropped += node.AlterTableDropTableElements.Count(e => e.TableElementType == TableElementType.Column);
}
