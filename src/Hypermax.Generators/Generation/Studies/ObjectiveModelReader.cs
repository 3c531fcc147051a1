using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Generation.Studies.Model;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Writing;
using Hypermax.Settings;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Studies;

/// <summary>Reads an objective; null for a method that cannot be called as one, which the analyzers report.</summary>
internal static class ObjectiveModelReader
{
    public static ObjectiveModel? Read(IMethodSymbol method, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        if (method is not { IsStatic: true, Arity: 0, MethodKind: MethodKind.Ordinary }
            || !method.CanBeReferencedByName
            || method.ContainingType is not { } owner
            || !CanBeNamed(owner)
            || TypeReader.AccessOf(owner) == Access.Private
            || method.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)
            || ReadReturn(method.ReturnType, cancellation) is not { } returned
            || ReadArguments(method, compilation, cancellation) is not { } arguments)
        {
            return null;
        }

        QualifiedNames names = new(compilation);
        bool isMaximised = attribute.NamedArguments.Any(argument => argument.Key == "Direction" && argument.Value.Plain() is 1);
        return new ObjectiveModel(
            ObjectiveReader.StudyName(method, attribute),
            $"{names.Of(owner)}.{Identifiers.Escape(method.Name)}",
            TypeReader.Read(owner, names),
            TunedPlaceReader.Read(owner, cancellation),
            arguments.Space,
            arguments.Order,
            returned.How,
            returned.Result,
            Settings(method, attribute, cancellation).ToEquatableArray(),
            arguments.Space.IsForbidden
                || Forbidden.Is(method)
                || Forbidden.Is(owner)
                || Forbidden.Is(method.ReturnType)
                || method.Parameters.Any(parameter => Forbidden.Is(parameter.Type)),
            isMaximised,
            MemberReader.Position(method));
    }

    // A number, or a type with figures; by itself or as what a task gives.
    private static (ObjectiveReturn How, ResultModel? Result)? ReadReturn(ITypeSymbol type, CancellationToken cancellation)
    {
        bool isTask = type is INamedTypeSymbol { TypeArguments.Length: 1, Name: "Task" or "ValueTask" }
            && type.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks";
        ObjectiveReturn how = (isTask, type.Name) switch
        {
            (true, "Task") => ObjectiveReturn.Task,
            (true, _) => ObjectiveReturn.ValueTask,
            _ => ObjectiveReturn.Value,
        };
        if ((isTask ? ((INamedTypeSymbol)type).TypeArguments[0] : type).SpecialType == SpecialType.System_Double)
        {
            return (how, null);
        }

        return ResultReader.TypeOf(type) is { } figures && ResultModelReader.Read(figures, cancellation) is { } result ? (how, result) : null;
    }

    private static (SpaceModel Space, EquatableArray<ObjectiveArgument> Order)? ReadArguments(
        IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        SpaceModel? space = null;
        List<ObjectiveArgument> order = [];
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter is not { RefKind: RefKind.None, Type: INamedTypeSymbol type })
            {
                return null;
            }

            ObjectiveArgument argument = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) switch
            {
                "global::Hypermax.TrialContext" => ObjectiveArgument.Trial,
                "global::System.Threading.CancellationToken" => ObjectiveArgument.Cancellation,
                _ => ObjectiveArgument.Parameters,
            };
            if (order.Contains(argument) || (argument == ObjectiveArgument.Parameters && TypeReader.AccessOf(type) == Access.Private))
            {
                return null;
            }

            space = argument == ObjectiveArgument.Parameters ? SpaceModelReader.Read(type, compilation, cancellation) : space;
            order.Add(argument);
        }

        return space is null ? null : (space, order.ToEquatableArray());
    }

    // Not generic, and not one of the types that the compiler makes up for code that is being typed.
    private static bool CanBeNamed(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.Arity > 0 || !current.CanBeReferencedByName)
            {
                return false;
            }
        }

        return true;
    }

    // What has an attribute of its own counts more than the same in [Objective].
    private static IEnumerable<string> Settings(IMethodSymbol method, AttributeData attribute, CancellationToken cancellation)
    {
        KeyValuePair<string, TypedConstant>[] slots =
            [.. SlotsReader.Written(method).Select(slot => new KeyValuePair<string, TypedConstant>(slot.Setting.AttributeName, slot.Value))];
        IEnumerable<KeyValuePair<string, TypedConstant>> written = attribute.NamedArguments
            .Where(argument => !slots.Any(slot => slot.Key == argument.Key)).Concat(slots);
        return FidelityReader.Setting(method, cancellation) is not { } fidelity
            ? written.Select(Setting).OfType<string>()
            : written.Where(argument => argument.Key != StudySettings.Fidelity.AttributeName).Select(Setting).OfType<string>()
                .Append($"[{Literals.Text(StudySettings.Fidelity.AttributeName)}] = {Literals.Text(fidelity)}");
    }

    // What was written, under the names of the attribute and as texts; see docs/formats/worker-protocol.md.
    private static string? Setting(KeyValuePair<string, TypedConstant> argument)
    {
        if (SettingSource.Attribute.Find(argument.Key) is not { } setting || SettingText.Of(argument.Value) is not { } text)
        {
            return null;
        }

        return $"[{Literals.Text(argument.Key)}] = {Literals.Text(text == setting.AttributeNone ? Hypermax.Settings.Setting.None : text)}";
    }
}
