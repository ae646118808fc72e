using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Acme.Login.Migrations
{
    /// <inheritdoc />
    public partial class Clients : Migration
    {
    }
}
