// Compiles each request of the input against the reference assemblies that it is given, and says what the compiler says.
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

var json = new JsonSerializerOptions { PropertyNameCaseInsensitive = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
var input = JsonSerializer.Deserialize<Input>(File.ReadAllText(args[0]), json)!;
var references = input.References.Select(path => MetadataReference.CreateFromFile(path)).ToArray();
var products = input.Requests.Select(request => request.Symbols).DistinctBy(symbols => string.Join('+', symbols)).ToDictionary(
    symbols => string.Join('+', symbols),
    Product);
var answers = input.Requests.Select(request => new Answer(request.Id, Errors(request))).ToArray();
File.WriteAllText(args[1], JsonSerializer.Serialize(answers, json));

// The stand-ins are a library of their own, so that a case's usings are the case's alone.
MetadataReference Product(string[] symbols)
{
    var tree = CSharpSyntaxTree.ParseText(input.Product.Text, new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: symbols));
    var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary);
    var library = new MemoryStream();
    var result = CSharpCompilation.Create("Product", [tree], references, options).Emit(library);
    if (!result.Success) throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error)));
    return MetadataReference.CreateFromImage(library.ToArray());
}

Error[] Errors(Request request)
{
    var options = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: request.Symbols);
    var trees = request.Files.Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Path)).ToArray();
    var isProgram = request.Files.Any(file => file.Path.EndsWith("Program.cs", StringComparison.Ordinal));
    var kind = isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
    // Nullable: what <Nullable> says, with <WarningsAsErrors>nullable</WarningsAsErrors>; null: nothing is said of null.
    var settings = new CSharpCompilationOptions(
        kind,
        nullableContextOptions: request.Nullable == "enable" ? NullableContextOptions.Enable : NullableContextOptions.Disable,
        specificDiagnosticOptions: request.Warnings
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(code => code, _ => ReportDiagnostic.Error));
    var product = products[string.Join('+', request.Symbols)];
    var compilation = CSharpCompilation.Create("Case", trees, [.. references, product], settings);
    return compilation.GetDiagnostics()
        .Where(one => one.Severity == DiagnosticSeverity.Error || (request.Nullable != null && !one.IsSuppressed && one.Id is ['C', 'S', '8', '6' or '7', ..]))
        .Select(one => (one, at: one.Location.GetLineSpan()))
        .Select(x => new Error(x.one.Id, x.at.Path, x.at.StartLinePosition.Line + 1, x.one.GetMessage()))
        .ToArray();
}

record Input(string[] References, SourceText Product, Request[] Requests);
record Request(string Id, string[] Symbols, SourceText[] Files, string Warnings = "", string? Nullable = null);
record SourceText(string Path, string Text);
record Answer(string Id, Error[] Errors);
record Error(string Code, string Path, int Line, string Message);
