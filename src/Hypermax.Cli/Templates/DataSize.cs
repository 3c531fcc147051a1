using System.Globalization;

namespace Hypermax.Templates;

/// <summary>How large the data are that a template is for; ranges may depend on it.</summary>
/// <param name="Rows">The number of rows; at least 1.</param>
/// <param name="Features">The number of columns without the target; at least 1.</param>
internal readonly record struct DataSize(int Rows, int Features)
{
    /// <summary>Gets what is assumed where nobody says.</summary>
    public static DataSize Usual => new(10_000, 20);

    /// <summary>Gets it as part of a reference, such as <c>rows=10000&amp;features=20</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"rows={Rows}&features={Features}");
}
