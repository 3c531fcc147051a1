using Hypermax.Writing;

namespace Hypermax.Ci.Badges;

/// <summary>Writes an endpoint of shields: the study and its best value.</summary>
internal static class BadgeWriter
{
    /// <summary>Writes the badge of a study.</summary>
    public static void Write(Stream stream, CiStudy study) => JsonText.Write(stream, writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", 1);
        writer.WriteString("label", CiText.OneLine(study.Name));
        writer.WriteString("message", study.IsFailed ? $"{CiText.Value(study.Best)}, failed" : CiText.Value(study.Best));
        writer.WriteString("color", study.IsFailed ? "red" : study.Best is null ? "lightgrey" : "brightgreen");
        writer.WriteBoolean("isError", study.IsFailed);
        writer.WriteEndObject();
    });
}
