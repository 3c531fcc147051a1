namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>A list; the entry of its length comes first, then room for the most elements.</summary>
/// <param name="Type">The type of the list.</param>
/// <param name="Kind">How the list is made from an array.</param>
/// <param name="Min">The smallest number of elements.</param>
/// <param name="Max">The largest number of elements.</param>
/// <param name="Default">The declared default length, or null.</param>
/// <param name="Element">What each element can be.</param>
internal sealed record ListModel(string Type, ListKind Kind, int Min, int Max, int? Default, ValueModel Element) : ValueModel(Type)
{
    public override Extent Count => Extent.One + (Element.Count * Max);

    /// <summary>Gets the length to use while nothing has been tuned.</summary>
    public int Start => Default ?? ((Min + Max) / 2);
}
