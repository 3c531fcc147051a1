using System.Collections;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace Hypermax.Benchmarking.Measuring;

/// <summary>
/// Members with <c>[Params]</c> have the values that the caller gave the instance, for it is measured as it is. One that nobody set would be measured at a
/// value that BenchmarkDotNet's own runner never tries.
/// </summary>
internal static class ParamsRule
{
    private const BindingFlags Open = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public;

    /// <summary>Refuses an instance with a member that was left unset and has none of its values.</summary>
    public static void Require(Type type, object instance)
    {
        foreach (PropertyInfo property in type.GetProperties(Open).Where(property => property.CanRead))
        {
            Require(type, instance, property, property.PropertyType, property.GetValue(instance));
        }

        foreach (FieldInfo field in type.GetFields(Open))
        {
            Require(type, instance, field, field.FieldType, field.GetValue(instance));
        }
    }

    private static void Require(Type type, object instance, MemberInfo member, Type kind, object? value)
    {
        if (ValuesOf(type, instance, member, kind) is not { } found || !Equals(value, Nothing(kind)) || found.Values.Any(listed => AreSame(listed, value)))
        {
            return;
        }

        string shown = value is null ? "null" : Text(value);
        string example = found.Values.Length > 0 ? Text(found.Values[0]) : "…";
        throw new ArgumentException(
            $"'{type.Name}.{member.Name}' has [{found.Attribute}] and was not set: it is {shown}, which is none of its values. Instances are measured as they "
            + $"are, so choose one: benchmark => benchmark.{member.Name} = {example}, for the candidate and for the reference.",
            nameof(type));
    }

    // Null where the member has none of these attributes; no values where they cannot be read.
    private static (string Attribute, object?[] Values)? ValuesOf(Type type, object instance, MemberInfo member, Type kind) =>
        member.GetCustomAttribute<ParamsAttribute>() is { } listed ? ("Params", listed.Values)
        : member.GetCustomAttribute<ParamsSourceAttribute>() is { } source ? ("ParamsSource", Read(type, instance, source.Name))
        : member.IsDefined(typeof(ParamsAllValuesAttribute)) ? ("ParamsAllValues", kind.IsEnum ? [.. Enum.GetValues(kind).Cast<object>()] : [false, true, null])
        : null;

    private static object?[] Read(Type type, object instance, string name)
    {
        object? source = type.GetProperty(name, Open)?.GetValue(instance) ?? type.GetMethod(name, Open, [])?.Invoke(instance, null);
        return source is IEnumerable values ? [.. values.Cast<object?>()] : [];
    }

    private static object? Nothing(Type kind) => kind.IsValueType ? Activator.CreateInstance(kind) : null;

    // A list of whole numbers may belong to a member of another number type.
    private static bool AreSame(object? listed, object? value) =>
        Equals(listed, value) || (listed is IConvertible && value is IConvertible && Text(listed) == Text(value));

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null";
}
