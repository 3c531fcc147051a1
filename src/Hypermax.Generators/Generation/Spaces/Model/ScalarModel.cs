namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>A value that one entry of a vector holds.</summary>
/// <param name="Type">The type as code names it.</param>
/// <param name="Domain">The numbers or choices.</param>
/// <param name="Conversion">How the entry becomes the value.</param>
/// <param name="Default">The declared default in vector form, or null.</param>
internal sealed record ScalarModel(string Type, DomainModel Domain, ConversionModel Conversion, double? Default) : ValueModel(Type)
{
    public override Extent Count => Extent.One;

    /// <summary>Gets the value to use while nothing has been tuned.</summary>
    public double Start => Default ?? Domain.Middle;
}
