using System.Globalization;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Hypermax.Fingerprints;

/// <summary>Writes down what a compiled method does, with names in the place of tokens, which shift whenever anything else in the assembly changes.</summary>
internal sealed class MethodText(MetadataReader metadata)
{
    /// <summary>What generated code adds to a type of the user: the space, which the study compares by itself, with the lines it was declared at.</summary>
    private const string GeneratedMethod = "CreateSearchSpace";

    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value, code => code.OperandType);

    /// <summary>Gets the text of a method, or null when it has no body or is the generator's.</summary>
    public string? Of(PEReader file, MethodDefinition method)
    {
        string name = metadata.GetString(method.Name);
        if (method.RelativeVirtualAddress == 0 || name == GeneratedMethod)
        {
            return null;
        }

        StringBuilder text = new();
        text.Append(NameOf(method.GetDeclaringType())).Append('.').Append(name).Append('/').Append(method.GetParameters().Count).Append(':');
        MethodBodyBlock body = file.GetMethodBody(method.RelativeVirtualAddress);
        foreach (ExceptionRegion region in body.ExceptionRegions)
        {
            text.Append(CultureInfo.InvariantCulture, $"{region.Kind} {region.TryOffset} {region.HandlerOffset} ");
        }

        Read(body.GetILReader(), text);
        return text.ToString();
    }

    private void Read(BlobReader code, StringBuilder text)
    {
        while (code.RemainingBytes > 0)
        {
            int op = code.ReadByte();
            op = op == 0xFE ? 0xFE00 | code.ReadByte() : op;
            text.Append(CultureInfo.InvariantCulture, $"{op:x} ");
            switch (Operands[op])
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.InlineString:
                    text.Append('"').Append(metadata.GetUserString(MetadataTokens.UserStringHandle(code.ReadInt32() & 0xFFFFFF))).Append('"');
                    break;
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    text.Append(NameOf(MetadataTokens.EntityHandle(code.ReadInt32()))).Append(' ');
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    text.Append(CultureInfo.InvariantCulture, $"{code.ReadByte()} ");
                    break;
                case OperandType.InlineVar:
                    text.Append(CultureInfo.InvariantCulture, $"{code.ReadInt16()} ");
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    text.Append(CultureInfo.InvariantCulture, $"{code.ReadInt64()} ");
                    break;
                case OperandType.InlineSwitch:
                    for (int left = code.ReadInt32(); left > 0; left--)
                    {
                        text.Append(CultureInfo.InvariantCulture, $"{code.ReadInt32()} ");
                    }

                    break;
                case OperandType.InlineSig:
                    code.ReadInt32();
                    break;
                default:
                    text.Append(CultureInfo.InvariantCulture, $"{code.ReadInt32()} ");
                    break;
            }
        }
    }

    private string NameOf(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => NameOf(metadata.GetTypeDefinition((TypeDefinitionHandle)handle)),
        HandleKind.TypeReference => NameOf(metadata.GetTypeReference((TypeReferenceHandle)handle)),
        HandleKind.MethodDefinition => NameOf(metadata.GetMethodDefinition((MethodDefinitionHandle)handle)),
        HandleKind.FieldDefinition => NameOf(metadata.GetFieldDefinition((FieldDefinitionHandle)handle)),
        HandleKind.MemberReference => NameOf(metadata.GetMemberReference((MemberReferenceHandle)handle)),
        HandleKind.MethodSpecification => NameOf(metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method),

        // A constructed type: its blob has tokens of its own, and which one it is shows in the members used of it.
        _ => handle.Kind.ToString(),
    };

    private string NameOf(TypeDefinition type) => metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name);

    private string NameOf(TypeReference type) => metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name);

    private string NameOf(MethodDefinition method) => NameOf(method.GetDeclaringType()) + "." + metadata.GetString(method.Name);

    private string NameOf(FieldDefinition field) => NameOf(field.GetDeclaringType()) + "." + metadata.GetString(field.Name);

    private string NameOf(MemberReference member) => NameOf(member.Parent) + "." + metadata.GetString(member.Name);
}
