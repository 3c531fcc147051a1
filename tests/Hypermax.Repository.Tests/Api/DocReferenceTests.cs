using System.Reflection;
using System.Xml.Linq;
using Hypermax.Conformance;
using Hypermax.Reports;

namespace Hypermax.Repository.Tests.Api;

/// <summary>What is public explains itself by what is public: a reader of the documentation cannot follow a reference to an internal type.</summary>
public sealed class DocReferenceTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Theory]
    [InlineData(typeof(SearchSpaceAttribute))]
    [InlineData(typeof(Study))]
    [InlineData(typeof(ReportWriter))]
    [InlineData(typeof(SamplerConformance))]
    public void References_OfPublicMembers_ArePublic(Type type)
    {
        Assembly[] own = [typeof(SearchSpaceAttribute).Assembly, typeof(Study).Assembly, typeof(ReportWriter).Assembly, typeof(SamplerConformance).Assembly];
        ILookup<string, Type> types = own.SelectMany(assembly => assembly.GetTypes()).ToLookup(
            found => found.FullName!.Replace('+', '.'), StringComparer.Ordinal);
        XElement[] members = [.. XDocument.Load(Path.ChangeExtension(type.Assembly.Location, ".xml")).Descendants("member")];
        XElement[] open = [.. members.Where(member => IsPublic((string)member.Attribute("name")!, types))];

        Assert.True(open.Length > 50, $"{open.Length} of {members.Length} documented members are public; the names are not read as they should be.");
        Assert.Empty(from member in open
                     from reference in member.Descendants().Attributes("cref")
                     where !IsPublic(reference.Value, types)
                     select $"{(string)member.Attribute("name")!} refers to {reference.Value}");
    }

    // "M:Space.Type.Member(Space.Other)": the type is what a name of a type stands for, the member any of that name; foreign names count as public.
    private static bool IsPublic(string id, ILookup<string, Type> types)
    {
        string name = id[2..].Split('(')[0].Split('~')[0];
        if (types[name].FirstOrDefault() is { } type)
        {
            return type.IsVisible;
        }

        int dot = name.LastIndexOf('.');
        if (dot < 0 || types[name[..dot]].FirstOrDefault() is not { } declaring)
        {
            return true;
        }

        string member = name[(dot + 1)..].Replace("#ctor", ".ctor", StringComparison.Ordinal).Split("``")[0];
        return declaring.IsVisible
            && (declaring.GetMembers(Everything).Where(found => found.Name == member).ToArray() is not { Length: > 0 } found || found.Any(IsOpen));
    }

    private static bool IsOpen(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsOpen),
        EventInfo raised => IsOpen(raised.AddMethod!),
        Type nested => nested.IsVisible,
        _ => true,
    };
}
