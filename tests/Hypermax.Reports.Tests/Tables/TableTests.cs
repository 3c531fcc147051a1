using Hypermax.Tables;

namespace Hypermax.Tests.Tables;

public sealed class TableTests
{
    [Fact]
    public void Table_ColumnsOfDifferentLength_AreRefusedByName()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Table(new Column("a", [1, 2]), new Column("b", [1.0])));

        Assert.Contains("'b' has 1 rows", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_TwoColumnsOfOneName_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new Table(new Column("a", [1.0]), new Column("a", [2.0])));

    [Fact]
    public void OfTexts_RepeatedTexts_ShareALabel()
    {
        Column column = Column.OfTexts("c", ["x", null, "y", "x"]);

        Assert.Equal(["x", "y"], column.Labels!);
        Assert.Equal(["x", string.Empty, "y", "x"], Enumerable.Range(0, 4).Select(column.Text));
    }

    [Fact]
    public void Csv_LabelsWithCommasQuotesAndNewlines_AreQuoted()
    {
        Table table = new(Column.OfTexts("a,b", ["x\"y", "1\n2", " z"]), new Column("n", [0.1, double.NaN, -3]));

        Assert.Equal("\"a,b\",n\n\"x\"\"y\",0.1\n\"1\n2\",\n\" z\",-3\n", CsvTableWriter.ToText(table));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Csv_AnyCulture_IsInvariant(string culture)
    {
        Table table = new(new Column("n", [-1.5, 1e-7, 12345678.25]));

        string text = Cultures.Under(culture, () => CsvTableWriter.ToText(table));

        Assert.Equal("n\n-1.5\n1E-07\n12345678.25\n", text);
    }
}
