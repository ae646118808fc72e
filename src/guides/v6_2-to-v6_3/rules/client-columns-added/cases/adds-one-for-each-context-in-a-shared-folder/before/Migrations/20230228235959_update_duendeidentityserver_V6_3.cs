using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Acme.Login.Migrations
{
    /// <inheritdoc />
    public partial class update_duendeidentityserver_V6_3 : Migration
    {
    }
}
