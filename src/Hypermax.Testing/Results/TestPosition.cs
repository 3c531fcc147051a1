using System.Reflection;

namespace Hypermax.Testing.Results;

/// <summary>Where a test has its attribute, as the compiler gave it to the attribute's constructor.</summary>
internal static class TestPosition
{
    private const string File = "sourceFilePath";
    private const string Line = "sourceLineNumber";

    /// <summary>Gets the place, or null where nothing of ours stands on the method.</summary>
    public static SourcePosition? Of(MethodInfo method)
    {
        foreach (CustomAttributeData attribute in method.CustomAttributes.Where(attribute => attribute.AttributeType.Namespace == "Hypermax.Xunit"))
        {
            Dictionary<string, object?> arguments = attribute.Constructor.GetParameters().Zip(attribute.ConstructorArguments)
                .ToDictionary(pair => pair.First.Name!, pair => pair.Second.Value, StringComparer.Ordinal);
            if (arguments.GetValueOrDefault(File) is string { Length: > 0 } file && arguments.GetValueOrDefault(Line) is int line)
            {
                return new SourcePosition(file, line, 1);
            }
        }

        return null;
    }
}
