// Says of each place in the code of each request what the compiler binds it to: type names, receivers, arguments, called methods.
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

var json = new JsonSerializerOptions { PropertyNameCaseInsensitive = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
var input = JsonSerializer.Deserialize<Input>(File.ReadAllText(args[0]), json)!;
var framework = input.References.Select(path => MetadataReference.CreateFromFile(path)).ToArray();
var product = Product(input.Symbols);
var full = new SymbolDisplayFormat(
    SymbolDisplayGlobalNamespaceStyle.Omitted,
    SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);
var compiled = new Dictionary<string, CSharpCompilation>();
var answers = input.Requests.Select(request => new Answer(request.Id, Places(request))).ToArray();
File.WriteAllText(args[1], JsonSerializer.Serialize(answers, json));

MetadataReference Product(string[] symbols)
{
    var parse = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: symbols);
    var trees = input.Product.Select(file => CSharpSyntaxTree.ParseText(file.Text, parse, file.Path));
    var library = new MemoryStream();
    var result = CSharpCompilation.Create("Product", trees, framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(library);
    if (!result.Success) throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error)));
    return MetadataReference.CreateFromImage(library.ToArray());
}

// A request may build on others, as a project does on those that it references.
Place[] Places(Request request)
{
    var parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Parse, preprocessorSymbols: request.Symbols);
    var trees = request.Files.Select(file => CSharpSyntaxTree.ParseText(file.Text, parse, file.Path)).ToArray();
    var others = request.Others.Select(id => compiled[id].ToMetadataReference());
    var hasProgram = trees.Any(tree => tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any());
    var options = new CSharpCompilationOptions(hasProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary);
    var compilation = CSharpCompilation.Create(request.Id, trees, [.. framework, product, .. others], options);
    compiled[request.Id] = compilation;
    return trees.Where(tree => tree.FilePath != "").SelectMany(tree => PlacesIn(tree, compilation.GetSemanticModel(tree))).ToArray();
}

IEnumerable<Place> PlacesIn(SyntaxTree tree, SemanticModel model)
{
    foreach (var node in tree.GetRoot().DescendantNodes(descendIntoTrivia: false))
    {
        if (node is NameSyntax name && IsTypeName(name) && model.GetSymbolInfo(name).Symbol is not INamespaceSymbol and var named)
            yield return At(tree, name, "type", Name((named as IAliasSymbol)?.Target as ITypeSymbol ?? named as ITypeSymbol ?? (named as IMethodSymbol)?.ContainingType));
        if (node is InvocationExpressionSyntax call)
        {
            var method = model.GetSymbolInfo(call).Symbol as IMethodSymbol;
            yield return At(tree, call.Expression, "called", method?.MethodKind == MethodKind.LocalFunction ? "" : Name((method?.ReducedFrom ?? method)?.ContainingType));
            yield return At(tree, call, "value", ValueOf(model, call));
        }
        if (node is BaseObjectCreationExpressionSyntax made) yield return At(tree, made, "value", ValueOf(model, made));
        if (node is ArgumentSyntax argument) yield return At(tree, argument.Expression, "value", ValueOf(model, argument.Expression));
        if (node is MemberAccessExpressionSyntax access) yield return At(tree, access.Expression, "value", ValueOf(model, access.Expression));
        if (node is ConditionalAccessExpressionSyntax perhaps) yield return At(tree, perhaps.Expression, "value", ValueOf(model, perhaps.Expression));
    }
}

// Where only a type can be named, and not a part of a longer name.
static bool IsTypeName(NameSyntax name) =>
    name is not IdentifierNameSyntax { Identifier.Text: "var" }
    && name.Parent is not (NameSyntax or UsingDirectiveSyntax or BaseNamespaceDeclarationSyntax or NameColonSyntax or NameEqualsSyntax or AttributeSyntax)
    && SyntaxFacts.IsInTypeOnlyContext(name);

string? ValueOf(SemanticModel model, ExpressionSyntax expression) =>
    model.GetSymbolInfo(expression).Symbol switch
    {
        INamespaceSymbol => "",
        ITypeSymbol type => Name(type),
        _ => Name(model.GetTypeInfo(expression).Type),
    };

// null: the compiler has no answer, since a library is missing here. Of a type parameter: what it is constrained to.
string? Name(ITypeSymbol? type) => type switch
{
    null or IErrorTypeSymbol => null,
    ITypeParameterSymbol parameter => string.Join('|', parameter.ConstraintTypes.Select(Name).Prepend("")),
    INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Name(nullable.TypeArguments[0]),
    INamedTypeSymbol named => $"{Origin(named)} {named.OriginalDefinition.ToDisplayString(full)}",
    _ => "",
};

string Origin(INamedTypeSymbol type) =>
    compiled.ContainsKey(type.ContainingAssembly.Name) ? "own" : type.ContainingAssembly.Name == "Product" ? "product" : "other";

static Place At(SyntaxTree tree, SyntaxNode node, string kind, string? name) =>
    new(tree.FilePath, kind, node.SpanStart, node.Span.End, tree.GetLineSpan(node.Span).StartLinePosition.Line + 1, name);

record Input(string[] References, string[] Symbols, SourceText[] Product, Request[] Requests);
record Request(string Id, string[] Symbols, string[] Others, SourceText[] Files);
record SourceText(string Path, string Text);
record Answer(string Id, Place[] Places);
record Place(string Path, string Kind, int Start, int End, int Line, string? Name);
